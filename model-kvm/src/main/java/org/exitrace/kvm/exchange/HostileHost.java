package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.EncryptionLeaf;
import org.exitrace.ghcb.spec.EventInjection;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.GhcbReply;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.vc.GuestVc;
import org.exitrace.kvm.vmgexit.SevEsState;

/**
 * What a hostile host can do to guests of such a machine. Shared memory is his to write at any
 * time: a field gets the other values that guests tell apart, one step for each.
 */
final class HostileHost {

    private static final String SOURCE = "docs/ghcb.md g";
    private static final long ALL_ONES = -1;
    private static final int VC_VECTOR = 29;
    private static final int WRONG_C_BIT = 47;
    private static final long VERSIONS_3_TO_5 = 5L << 36 | 3L << 20;
    private static final long VERSIONS_2_TO_1 = 1L << 36 | 2L << 20;
    private static final long VERSION_1_ALONE = 1L << 36 | 1L << 20;

    private final List<SevEsState> states;

    private final List<GuestVc> handlers;

    HostileHost(List<SevEsState> states, List<GuestVc> handlers) {
        this.states = List.copyOf(states);
        this.handlers = List.copyOf(handlers);
    }

    /** All that he can do. */
    List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>();
        for (SevEsState state : states) {
            GhcbPage page = state.guest.own();
            for (GhcbField field : GhcbField.values()) {
                if (page.carries(field)) {
                    fields(page, field, all);
                }
            }
        }
        handlers.forEach(vc -> interrupts(vc, all));
        handlers.forEach(vc -> nestedTable(vc, all));
        handlers.stream().filter(GuestVc::looksForCBit).forEach(vc -> lies(vc, all));
        return all;
    }

    /** What he injects is his choice, and when. */
    private static void interrupts(GuestVc vc, List<Misbehaviour> all) {
        String target = " into vcpu" + vc.guest.cpu.number();
        all.add(new Misbehaviour("injects #VC VMMCALL" + target, SOURCE + " 5",
                () -> vc.guest.cpu.running.isSet() && vc.halted.isClear()
                        && vc.injected.isClear(), vc.injected::raise));
        answers(vc, "answers the MSR of vcpu" + vc.guest.cpu.number() + " by another code",
                MsrInfo.HV_FEATURES_RESPONSE.with(0), all);
        answers(vc, "offers vcpu" + vc.guest.cpu.number() + " versions 3 to 5",
                MsrInfo.SEV_INFO_RESPONSE.with(VERSIONS_3_TO_5), all);
        answers(vc, "offers vcpu" + vc.guest.cpu.number() + " versions 2 to 1",
                MsrInfo.SEV_INFO_RESPONSE.with(VERSIONS_2_TO_1), all);
        answers(vc, "offers vcpu" + vc.guest.cpu.number() + " version 1 alone",
                MsrInfo.SEV_INFO_RESPONSE.with(VERSION_1_ALONE), all);
        all.add(new Misbehaviour("resumes vcpu" + vc.guest.cpu.number()
                + " that asked to be ended", SOURCE, () -> vc.guest.cpu.running.isClear()
                        && MsrInfo.of(vc.guest.msr.get()).orElse(MsrInfo.GHCB_GPA)
                                == MsrInfo.TERMINATION_REQUEST, vc.guest.cpu.running::raise));
        all.add(new Misbehaviour("forgets the NMI of vcpu" + vc.guest.cpu.number(), SOURCE + " 30",
                vc.guest.nmiPending::isSet, vc.guest.nmiPending::clear));
        all.add(new Misbehaviour("injects an NMI" + target + " that is blocked", SOURCE + " 30",
                () -> vc.guest.nmiBlocked.isSet(), () -> {
                    vc.guest.nmiBlocked.clear();
                    vc.guest.nmiPending.raise();
                }));
    }

    /** Reserved bits in his nested page table make each access there raise #VC. */
    private static void nestedTable(GuestVc vc, List<Misbehaviour> all) {
        vc.reads().ifPresent(memory -> all.add(new Misbehaviour("maps the memory that vcpu"
                + vc.guest.cpu.number() + " reads as a device", SOURCE + " S-32",
                memory.device::isClear, memory.device::raise)));
    }

    /** He tells another C-bit than the processor's, or that there is none. */
    private static void lies(GuestVc vc, List<Misbehaviour> all) {
        String target = "tells vcpu" + vc.guest.cpu.number();
        lie(vc, target + " by SEV information that the C-bit is bit 47",
                MsrInfo.SEV_INFO_RESPONSE, msr -> MsrInfo.sevInfo(2, 1, WRONG_C_BIT), all);
        lie(vc, target + " by CPUID that the C-bit is bit 47", MsrInfo.CPUID_RESPONSE,
                msr -> EncryptionLeaf.with(msr, WRONG_C_BIT), all);
        lie(vc, target + " by CPUID that nothing is encrypted", MsrInfo.CPUID_RESPONSE,
                msr -> EncryptionLeaf.with(msr, 0), all);
    }

    private static void lie(GuestVc vc, String name, MsrInfo response, LongUnaryOperator answer,
            List<Misbehaviour> all) {
        WordCell msr = vc.guest.msr;
        all.add(new Misbehaviour(name, SOURCE + " 25", () -> vc.guest.cpu.running.isClear()
                        && MsrInfo.of(msr.get()).filter(response::equals).isPresent()
                        && !msr.is(answer.applyAsLong(msr.get())),
                () -> msr.become(answer.applyAsLong(msr.get()))));
    }

    /** The MSR of a virtual CPU that asks by it is his to write. */
    private static void answers(
            GuestVc vc, String name, long answer, List<Misbehaviour> all) {
        all.add(new Misbehaviour(name, SOURCE + " 25",
                () -> vc.guest.cpu.running.isClear() && !vc.guest.msr.is(answer)
                        && MsrInfo.of(vc.guest.msr.get()).orElse(MsrInfo.GHCB_GPA)
                                != MsrInfo.GHCB_GPA,
                () -> vc.guest.msr.become(answer)));
    }

    private static void fields(GhcbPage page, GhcbField field, List<Misbehaviour> all) {
        for (long value : values(field)) {
            all.add(new Misbehaviour(name(page, field) + " = 0x" + Long.toHexString(value), SOURCE,
                    () -> page.get(field) != value, () -> page.write(field, value)));
        }
        if (field.hasValidBit()) {
            all.add(new Misbehaviour(name(page, field) + " becomes valid", SOURCE,
                    () -> !page.isValid(field), () -> page.markValid(field)));
            all.add(new Misbehaviour(name(page, field) + " becomes invalid", SOURCE,
                    () -> page.isValid(field), () -> page.invalidate(field)));
        }
    }

    /** Values that a guest takes in different ways. */
    private static long[] values(GhcbField field) {
        return switch (field) {
            case SW_EXITINFO2 -> new long[] {0, EventInjection.exception(EventInjection.GP),
                EventInjection.exception(VC_VECTOR)};
            case SW_EXITINFO1 -> new long[] {GhcbReply.NO_ACTION, GhcbReply.ISSUE_EXCEPTION,
                GhcbReply.MALFORMED_INPUT};
            default -> new long[] {0, ALL_ONES};
        };
    }

    private static String name(GhcbPage page, GhcbField field) {
        return "GHCB[" + page.number() + "]." + field;
    }
}
