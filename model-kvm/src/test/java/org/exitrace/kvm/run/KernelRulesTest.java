package org.exitrace.kvm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.routine.Routine;
import org.exitrace.ghcb.cpu.GhcbMsr;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.kvm.bench.Bench;
import org.exitrace.kvm.bench.Vms;
import org.exitrace.kvm.sev.ResetHoldExit;
import org.exitrace.kvm.spec.HoldType;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vm.VmFeatures;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rules of the kernel, one a row of {@code kernel-rules.csv}. */
class KernelRulesTest {

    @ParameterizedTest(name = "{0}: {1}, {2} with {3} in {4}")
    @CsvFileSource(resources = "/org/exitrace/kvm/run/kernel-rules.csv", delimiter = '|')
    void theKernelDoes(String source, String design, String routine, String events,
            String mpState, String hold, String flags, String mpStateAfter, String holdAfter,
            String flagsAfter, String result, String left) {
        VmFeatures vm = design.equals("usual") ? Vms.es() : Vms.es(design);
        Bench bench = Bench.ofAp(vcpus -> routine(vm, vcpus, routine));
        Vcpu ap = bench.ap;
        ap.mpState.become(MpState.valueOf(mpState));
        ap.holdType.become(HoldType.valueOf(hold));
        ap.ghcbMapped.become(flags.contains("m"));
        ap.receivedFirstSipi.become(flags.contains("f"));
        ap.sipiLatched.become(flags.contains("l"));
        pend(ap, List.of(events.split(" ")));
        ask(ap, routine);

        bench.run();

        assertThat(bench.isDone()).isTrue();
        assertThat(List.of(ap.mpState.get().name(), ap.holdType.get().name(), flagsOf(ap),
                resultOf(ap), leftOf(ap)))
                .containsExactly(mpStateAfter, holdAfter, flagsAfter, result, left);
        assertThat(ap.guest.exit.get()).as("the exit was handled").isEqualTo(GuestExit.NONE);
    }

    private static Routine<Vcpu> routine(VmFeatures vm, List<Vcpu> vcpus, String name) {
        Routine<Vcpu> accept = new KvmRun(vm, vcpus, null).acceptEvents();
        ResetHoldExit holds = new ResetHoldExit(vm);
        return switch (name) {
            case "accept" -> accept;
            case "block" -> Blocking.block(accept, code -> { });
            case "nae" -> holds.nae();
            case "msr" -> holds.msr();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void pend(Vcpu ap, List<String> events) {
        if (events.contains("INIT")) {
            ap.pending.storeInit();
        }
        if (events.contains("SIPI")) {
            ap.pending.setSipi();
        }
        ap.nmiRequest.become(events.contains("NMI"));
        ap.nmiQueued.become(events.contains("NMI"));
        ap.interruptPending.become(events.contains("IRQ"));
        ap.guest.interruptsEnabled.become(events.contains("IF"));
        ap.initBlocked.become(events.contains("blocked"));
    }

    private static void ask(Vcpu ap, String routine) {
        if (routine.equals("nae")) {
            ap.guest.leave(GuestExit.AP_RESET_HOLD);
        } else if (routine.equals("msr")) {
            ap.guest.leave(GuestExit.AP_RESET_HOLD_MSR);
        }
    }

    private static String flagsOf(Vcpu ap) {
        return text("", Stream.of(ap.ghcbMapped.isSet() ? "m" : "",
                ap.receivedFirstSipi.isSet() ? "f" : "", ap.sipiLatched.isSet() ? "l" : "",
                ap.sipiLost.isSet() ? "x" : "", ap.nullDereference.isSet() ? "!" : "",
                ap.killed.isSet() ? "k" : ""));
    }

    private static String resultOf(Vcpu ap) {
        return text("", Stream.of(ap.guest.exitInfo2.is(1) ? "NAE" : "",
                ap.guest.ghcbMsr.is(GhcbMsr.HOLD_RELEASED) ? "MSR" : "",
                ap.guest.ghcbMsr.is(GhcbMsr.HOLD_WOKEN) ? "msr" : ""));
    }

    private static String leftOf(Vcpu ap) {
        boolean sipi = ap.pending.hasSipi();
        ap.pending.clearSipi();
        return text(" ", Stream.of(ap.pending.any() ? "INIT" : "", sipi ? "SIPI" : "",
                ap.nmiRequest.isSet() ? "NMI" : "",
                ap.interruptPending.isSet() ? "IRQ" : ""));
    }

    private static String text(String glue, Stream<String> parts) {
        String joined = String.join(glue, parts.filter(part -> !part.isEmpty()).toList());
        return joined.isEmpty() ? "-" : joined;
    }
}
