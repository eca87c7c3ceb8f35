package org.exitrace.ghcb.cpu;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.ResultCell;

/**
 * INIT, SIPI and HLT of a scripted CPU. How the write to the LAPIC reaches the host is not
 * modelled: it counts as an exit of its own.
 *
 * @param <R> what the script runs on
 */
public final class LapicOperations<R> {

    /** Sends INIT or SIPI. */
    public static final String ICR_WRITE = "icr-write";

    private final Function<R, GuestCpu> cpu;
    private final Function<R, ResultCell> result;

    /** Of actors that keep their CPU and their results there. */
    public LapicOperations(Function<R, GuestCpu> cpu, Function<R, ResultCell> result) {
        this.cpu = cpu;
        this.result = result;
    }

    /**
     * {@code icr-write}.
     *
     * @param to which targets there are
     * @param mayStop whether a sender that the host enters no more is at rest, rather than stuck
     */
    public Operation<R> icrWrite(Parameter to, boolean mayStop) {
        return named(ICR_WRITE, "sends an IPI by a write to the interrupt command register")
                .from("lapic.c kvm_apic_send_ipi")
                .takes(Parameter.word("mode", List.of("INIT", "SIPI"), "delivery mode"), to)
                .does(given -> icrWrite(
                        IpiMode.valueOf(given.word("mode")), given.number(to.name()),
                        mayStop, actor -> { }));
    }

    /**
     * Sends one IPI.
     *
     * @param mayStop whether a sender that the host enters no more is at rest
     * @param noting history that the write to the register makes
     */
    public Routine<R> icrWrite(
            IpiMode mode, int to, boolean mayStop, Consumer<? super R> noting) {
        return Routine.named("guest", "lapic.c", code -> code
                .step("ICR = " + mode + " to " + to, actor -> {
                    cpu.apply(actor).ipiTarget.become(to);
                    cpu.apply(actor).leaveToSend(mode);
                    noting.accept(actor);
                }).costs("vmexit.ghcb").mayRest()
                .pause("ICR written").costs("guest.instruction")
                .given(mayStop, stopped -> stopped.mayRest()));
    }

    /** {@code hlt}. */
    public Operation<R> halt() {
        return named("hlt", "halts the virtual CPU until something wakes it")
                .from("x86.c kvm_emulate_halt")
                .does(Routine.<R>named("guest", "x86.c", code -> code
                        .step("HLT", actor -> cpu.apply(actor).leave(GuestExit.HLT))
                        .costs("vmexit.plain").mayRest()
                        .pause("behind HLT").costs("guest.instruction").mayRest()));
    }

    private Operation.Text<R> named(String name, String meaning) {
        return Operation.named(name, meaning, result);
    }
}
