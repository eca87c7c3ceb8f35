package org.exitrace.kvm.migration.kernel;

import org.exitrace.engine.design.Design;
import org.exitrace.kvm.migration.design.MsrRule;
import org.exitrace.kvm.migration.design.PageStatus;
import org.exitrace.kvm.migration.design.ReadyScope;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.StatusInterface;
import org.exitrace.kvm.migration.world.Vcpu;

/** The MSR whose bit 0 says that the guest can be migrated: who takes a write, and who faults. */
public final class MigrationMsr {

    /** What KVM does with a write. */
    public enum Write {
        /** KVM keeps the value. */
        STORED,
        /** Nothing happens, and nothing is told. */
        IGNORED,
        /** #GP. */
        FAULTS,
        /** An exit to user space, which decides. */
        EXITS
    }

    private final MsrRule rule;
    private final GuestKind kind;
    private final StatusInterface face;
    private final ReadyScope scope;

    /** The MSR in that design, for a guest of that kind. */
    public MigrationMsr(Design design, GuestKind kind) {
        rule = design.get(MsrRule.SWITCH);
        face = interfaceOf(design);
        scope = design.get(ReadyScope.SWITCH);
        this.kind = kind;
    }

    /** The interface of that design. */
    public static StatusInterface interfaceOf(Design design) {
        return switch (design.get(PageStatus.SWITCH)) {
            case USER_SPACE -> StatusInterface.LANDED;
            case KVM_LIST -> StatusInterface.RFC_2021;
            case KVM_BITMAP -> StatusInterface.RFC_2020;
        };
    }

    /** The value behind a reset: 1 in the landed design where nothing is encrypted. */
    public int reset() {
        return face == StatusInterface.LANDED && !kind.isSev() ? 1 : 0;
    }

    /** The number of the MSR, as traces show it. */
    public String name() {
        return "0x" + Long.toHexString(face.msr());
    }

    /** Whether {@code value} has a bit that must not be set. */
    public boolean isReserved(int value) {
        return face.isReserved(value);
    }

    /** Whether user space is asked, if it has put the MSR into its filter. */
    private boolean isFiltered(Vcpu vcpu) {
        return rule != MsrRule.IGNORED && rule != MsrRule.CHECKED
                && vcpu.world.vm.msrFilter.isSet();
    }

    /** What KVM does when {@code vcpu} writes {@code value}. */
    public Write write(Vcpu vcpu, int value) {
        boolean known = vcpu.cpuid.isSet();
        if (rule == MsrRule.FORCED_EXIT) {
            return kind.isSev() && known ? Write.EXITS : Write.FAULTS;
        }
        if (isFiltered(vcpu)) {
            return Write.EXITS;
        }
        return switch (rule) {
            case IGNORED -> kind.isSev() ? Write.STORED : Write.IGNORED;
            case CHECKED -> stored(kind.isSev() && known && !isReserved(value));
            case DRAFT_NON_ZERO -> stored(!isReserved(value) && (value == 0 || known));
            case DRAFT_CPUID -> stored(known && !isReserved(value));
            case DRAFT_DEFAULT -> stored(value == reset());
            case FILTER, FORCED_EXIT -> Write.FAULTS;
        };
    }

    private static Write stored(boolean allowed) {
        return allowed ? Write.STORED : Write.FAULTS;
    }

    /** Whether reading it faults; who keeps it, tells it. */
    public boolean readFaults(Vcpu vcpu) {
        return switch (rule) {
            case FILTER -> vcpu.world.vm.msrFilter.isClear();
            case FORCED_EXIT -> !kind.isSev() || vcpu.cpuid.isClear();
            default -> false;
        };
    }

    /** Whether user space keeps the value. */
    public boolean isInUserSpace(Vcpu vcpu) {
        return rule == MsrRule.FORCED_EXIT || isFiltered(vcpu);
    }

    /** User space keeps what {@code vcpu} has written. */
    public void keep(Vcpu vcpu, boolean one) {
        if (one) {
            vcpu.world.vm.ready.add(bit(vcpu));
        } else {
            vcpu.world.vm.ready.remove(bit(vcpu));
        }
    }

    /** What user space keeps for {@code vcpu}. */
    public boolean isKept(Vcpu vcpu) {
        return vcpu.world.vm.ready.has(bit(vcpu));
    }

    private int bit(Vcpu vcpu) {
        return scope == ReadyScope.VM ? 0 : vcpu.number();
    }

    /** Whether a write of {@code value} should have faulted: B-93. */
    public boolean mustFault(Vcpu vcpu, int value) {
        return isReserved(value)
                || value != 0 && value != reset() && !(kind.isSev() && vcpu.cpuid.isSet());
    }
}
