package org.exitrace.ghcb.exchange;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.ghcb.cpu.GuestExit;
import org.exitrace.ghcb.cpu.IpiMode;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/**
 * INIT, SIPI and HLT. How the write to the LAPIC reaches the host is not modelled: it counts as an
 * exit of its own.
 */
final class LapicOperations {

    private LapicOperations() {
    }

    static List<Operation<GhcbGuest>> all(ExchangeBounds bounds) {
        return List.of(icrWrite(bounds), halt());
    }

    private static Operation<GhcbGuest> icrWrite(ExchangeBounds bounds) {
        return named("icr-write", "sends an IPI by a write to the interrupt command register")
                .from("lapic.c kvm_apic_send_ipi")
                .takes(Parameter.word("mode", List.of("INIT", "SIPI"), "delivery mode"),
                        Parameter.number("to", 0, bounds.vcpus() - 1L, "the target")
                                .boundedBy("vcpus: " + bounds.vcpus()))
                .does(LapicOperations::icrWrite);
    }

    private static Routine<GhcbGuest> icrWrite(Arguments given) {
        IpiMode mode = IpiMode.valueOf(given.word("mode"));
        int to = given.number("to");
        return Routine.named("guest", "lapic.c", code -> code
                .step("ICR = " + mode + " to " + to, guest -> {
                    guest.cpu.ipiTarget.become(to);
                    guest.cpu.leaveToSend(mode);
                }).costs("vmexit.ghcb").mayRest()
                .pause("ICR written").costs("guest.instruction").mayRest());
    }

    private static Operation<GhcbGuest> halt() {
        return named("hlt", "halts the virtual CPU until something wakes it")
                .from("x86.c kvm_emulate_halt")
                .does(Routine.<GhcbGuest>named("guest", "x86.c", code -> code
                        .step("HLT", guest -> guest.cpu.leave(GuestExit.HLT))
                        .costs("vmexit.plain").mayRest()
                        .pause("behind HLT").costs("guest.instruction").mayRest()));
    }

    private static Operation.Text<GhcbGuest> named(String name, String meaning) {
        return Operation.named(name, meaning, guest -> guest.result);
    }
}
