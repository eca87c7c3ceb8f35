package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_ALIGNMENT;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_CODE;
import static org.exitrace.vtl.spec.HvStatus.INVALID_HYPERCALL_INPUT;

import java.util.Optional;
import org.exitrace.vtl.spec.CallField.Part;
import org.exitrace.vtl.spec.CallKind;
import org.exitrace.vtl.spec.ControlWord;
import org.exitrace.vtl.spec.HvPrivilege;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.Hypercall;

/**
 * What is refused of any hypercall, before its own checks.
 *
 * <p>Source: docs/vtl.md b.1, b.3.
 *
 * @param word the control word
 * @param input where the input stands, unless in registers
 * @param output where the output shall stand, unless in registers
 */
public record CallEntry(long word, long input, long output) {

    private static final int PAGE = 0x1000;
    /** RDX, R8 and XMM0 to XMM5. */
    private static final int REGISTER_BYTES = 112;
    private static final int MOST_REGISTERS_OF_QEMU = 4;

    /** Before anything else. */
    public static final Checks<CallEntry, Fault> FAULT_CHECKS =
            new Checks<CallEntry, Fault>("ANY_CALL first")
            .check("user-mode", "the caller is not at CPL 0",
                    Answers.same(Fault.INVALID_OPCODE), (caller, in) -> !caller.isPrivileged())
            .check("real-mode", "the caller is in real mode",
                    Answers.same(Fault.INVALID_OPCODE), (caller, in) -> caller.isRealMode());

    /** What the word says, and where the input stands. */
    public static final Checks<CallEntry, HvStatus> CHECKS = addresses(lists(
            new Checks<CallEntry, HvStatus>("ANY_CALL")
            .check("code", "nobody knows the call", Answers.same(INVALID_HYPERCALL_CODE),
                    (caller, in) -> in.call().isEmpty())
            .check("no-vsm", "the partition was not granted virtual secure mode",
                    Answers.of(ACCESS_DENIED, INVALID_HYPERCALL_CODE)
                            .qemu(INVALID_HYPERCALL_CODE).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.needs(HvPrivilege.ACCESS_VSM)
                            && !caller.has(HvPrivilege.ACCESS_VSM))
            .check("not-granted", "the partition was not granted the call",
                    Answers.of(ACCESS_DENIED, INVALID_HYPERCALL_CODE)
                            .qemu(ACCESS_DENIED).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.lacks(caller, HvPrivilege.ACCESS_VP_REGISTERS)
                            || in.lacks(caller, HvPrivilege.START_VIRTUAL_PROCESSOR))
            .check("no-events", "the partition was not granted to signal events",
                    Answers.of(ACCESS_DENIED).qemu(ACCESS_DENIED),
                    (caller, in) -> in.lacks(caller, HvPrivilege.SIGNAL_EVENTS))
            .check("reserved", "a reserved bit of the control word is set",
                    Answers.same(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> ControlWord.hasReserved(in.word))
            .check("variable-header", "the header of the call has a fixed length",
                    Answers.same(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.control().headerWords() > 0
                            && !in.call().map(Hypercall::isVariable).orElse(true))));

    private static Checks<CallEntry, HvStatus> lists(Checks<CallEntry, HvStatus> checks) {
        return checks
            .check("no-list", "a simple call has no list",
                    Answers.same(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.is(CallKind.SIMPLE)
                            && in.control().repCount() + in.control().repStart() > 0)
            .check("empty-list", "the list has no element",
                    Answers.same(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.isEmptyList() && !in.isOfRegisters())
            .check("no-registers", "the list names no register",
                    Answers.of(INVALID_HYPERCALL_INPUT).openvmm(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.isEmptyList() && in.isOfRegisters())
            .check("start", "the list begins behind its end",
                    Answers.same(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.is(CallKind.REP) && in.control().repCount() > 0
                            && in.control().repStart() >= in.control().repCount())
            .check("register-bytes", "input and output do not fit into the registers",
                    Answers.of(INVALID_HYPERCALL_INPUT).openvmm(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.control().isFast()
                            && in.inputBytes() + in.outputBytes() > REGISTER_BYTES)
            .check("four-registers", "in registers, more than four or not from the first",
                    Answers.unasked().qemu(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.control().isFast() && in.isOfRegisters()
                            && (in.control().repCount() > MOST_REGISTERS_OF_QEMU
                            || in.control().repStart() > 0));
    }

    private static Checks<CallEntry, HvStatus> addresses(Checks<CallEntry, HvStatus> checks) {
        return checks
            .check("alignment", "an address is no multiple of eight",
                    Answers.same(INVALID_ALIGNMENT),
                    (caller, in) -> in.inputBytesInMemory() > 0 && in.input % Long.BYTES != 0
                            || in.outputBytesInMemory() > 0 && in.output % Long.BYTES != 0)
            .check("crosses-page", "input or output crosses its page",
                    Answers.of(INVALID_ALIGNMENT)
                            .qemu(INVALID_ALIGNMENT).openvmm(INVALID_HYPERCALL_INPUT),
                    (caller, in) -> in.input % PAGE + in.inputBytesInMemory() > PAGE
                            || in.output % PAGE + in.outputBytesInMemory() > PAGE)
            .check("address", "an address is not guest-physical", Answers.same(INVALID_ALIGNMENT),
                    (caller, in) -> in.inputBytesInMemory() > 0
                            && Long.compareUnsigned(in.input, caller.addressLimit()) >= 0
                            || in.outputBytesInMemory() > 0
                            && Long.compareUnsigned(in.output, caller.addressLimit()) >= 0);
    }

    private ControlWord control() {
        return ControlWord.of(word);
    }

    private Optional<Hypercall> call() {
        return Hypercall.of(control().code());
    }

    private boolean is(CallKind kind) {
        return call().filter(call -> call.kind() == kind).isPresent();
    }

    private boolean isEmptyList() {
        return is(CallKind.REP) && control().repCount() == 0;
    }

    private boolean isOfRegisters() {
        return call().filter(call -> call == Hypercall.GET_VP_REGISTERS
                || call == Hypercall.SET_VP_REGISTERS).isPresent();
    }

    private boolean needs(HvPrivilege privilege) {
        return call().flatMap(Hypercall::privilege).filter(privilege::equals).isPresent();
    }

    private boolean lacks(CallerView caller, HvPrivilege privilege) {
        return needs(privilege) && !caller.has(privilege);
    }

    /** Up to the next multiple of sixteen, as output in registers begins at one of these. */
    private int inputBytes() {
        int bytes = call().map(call -> call.headerBytes()
                + control().headerWords() * Long.BYTES
                + control().repCount() * call.elementBytes()).orElse(0);
        return bytes + 15 & -16;
    }

    private int outputBytes() {
        return call().map(call -> call.layout().bytes(Part.OUTPUT)
                + control().repCount() * call.outputElementBytes()).orElse(0);
    }

    private int inputBytesInMemory() {
        return control().isFast() ? 0 : inputBytes();
    }

    private int outputBytesInMemory() {
        return control().isFast() ? 0 : outputBytes();
    }
}
