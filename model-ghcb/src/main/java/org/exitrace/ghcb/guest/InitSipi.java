package org.exitrace.ghcb.guest;

import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GuestCpu;
import org.exitrace.ghcb.cpu.IpiMode;

/**
 * INIT and one or two SIPIs, as a bootstrap processor sends them: each is a write to the interrupt
 * command register, which leaves the guest.
 *
 * @param sipis how many SIPIs follow the INIT: edk2 sends one to an AMD processor, Linux two
 * @param system whose delays pass between them: {@code ovmf} or {@code linux}
 */
public record InitSipi(int sipis, String system) {

    private static final String SOURCE =
            "edk2 BaseXApicX2ApicLib SendInitSipiSipi; Linux smpboot.c";

    /** Wakes all but the sender. */
    public <R> Routine<R> toAllOthers(Function<R, GuestCpu> sender) {
        return send("all", sender, region -> sender.apply(region).ipiTarget.clear());
    }

    /** Wakes the CPU at which {@code aim} points the sender's {@code icr_target}. */
    public <R> Routine<R> toOne(Function<R, GuestCpu> sender, Consumer<R> aim) {
        return send("one", sender, aim);
    }

    private <R> Routine<R> send(String whom, Function<R, GuestCpu> sender, Consumer<R> aim) {
        return Routine.named("wake " + whom, SOURCE, code -> {
            code.step("ICR = INIT", write(sender, aim, IpiMode.INIT)).costs("vmexit.ghcb");
            code.step("ICR = SIPI", write(sender, aim, IpiMode.SIPI))
                    .after(system + ".init-delay").costs("vmexit.ghcb");
            if (sipis > 1) {
                code.step("ICR = SIPI again", write(sender, aim, IpiMode.SIPI))
                        .after(system + ".sipi-delay").costs("vmexit.ghcb");
            }
        });
    }

    private static <R> Consumer<R> write(
            Function<R, GuestCpu> sender, Consumer<R> aim, IpiMode mode) {
        return region -> {
            aim.accept(region);
            sender.apply(region).leaveToSend(mode);
        };
    }
}
