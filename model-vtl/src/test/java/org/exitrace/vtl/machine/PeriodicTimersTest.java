package org.exitrace.vtl.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.vtl.machine.Verdicts.broken;

import org.exitrace.vtl.state.VtlBounds;
import org.exitrace.vtl.state.VtlParts;
import org.junit.jupiter.api.Test;

/** Synthetic timers that expire more than once. */
final class PeriodicTimersTest {

    private static final String AGAIN = "take-interrupt vector=0";

    private static ScriptedGuest runs(String... lines) {
        return new ScriptedGuest(new VtlBounds(1, 2, 1, new VtlParts(0, 1, false), 0))
                .runs("vp0-vtl0", lines);
    }

    @Test
    void onePeriodIsToldAfterTheOther() {
        ScriptedGuest guest = runs("set-sint sint=0 vector=0",
                "set-stimer-periodic sint=0 times=2", AGAIN, "clear-message sint=0",
                "write-eom sint=0", "eoi", AGAIN, "read-message sint=0 -> TIMER_EXPIRED");

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=all-timers-lazy")))
                .contains("I-57-ticks");
    }

    @Test
    void aTimerThatIsStoppedExpiresNoMore() {
        ScriptedGuest guest = runs("cli", "set-sint sint=0 vector=0",
                "set-stimer-periodic sint=0 times=3", "stop-stimer", "sti", AGAIN,
                "clear-message sint=0", "write-eom sint=0", "eoi", AGAIN, "clear-message sint=0",
                "write-eom sint=0", "eoi", AGAIN, "mov register=rbx value=1");

        assertThat(broken(guest.explore())).containsExactly("deadlock");
    }

    @Test
    void oneThatIsArmedForOnceBehindItExpiresOnce() {
        ScriptedGuest guest = runs("set-sint sint=0 vector=0",
                "set-stimer-periodic sint=0 times=1", AGAIN, "clear-message sint=0", "eoi",
                "set-stimer sint=0", AGAIN, "clear-message sint=0", "eoi", AGAIN);

        assertThat(broken(guest.explore())).containsExactly("deadlock");
    }

    @Test
    void aLazyTimerMaySkipAndNobodyMinds() {
        ScriptedGuest guest = runs("cli", "set-sint sint=0 vector=0",
                "set-stimer-periodic sint=0 times=3 lazy=true", "sti", AGAIN);

        assertThat(broken(guest.explore())).isEmpty();
        assertThat(broken(guest.explore("hypervisor-bug=all-timers-lazy"))).isEmpty();
    }
}
