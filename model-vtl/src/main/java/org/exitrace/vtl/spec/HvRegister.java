package org.exitrace.vtl.spec;

import static org.exitrace.vtl.spec.RegisterScope.PARTITION;
import static org.exitrace.vtl.spec.RegisterScope.PARTITION_VTL;
import static org.exitrace.vtl.spec.RegisterScope.VP;
import static org.exitrace.vtl.spec.RegisterScope.VP_VTL;

import java.util.Arrays;
import java.util.Optional;

/**
 * Registers that hypercalls get and set, or the first of several.
 *
 * <p>Source: docs/vtl.md a.2.
 */
public enum HvRegister {
    PENDING_INTERRUPTION(0x00010002, 1, VP_VTL, Access.READ_WRITE),
    INTERRUPT_STATE(0x00010003, 1, VP_VTL, Access.READ_WRITE),
    /** RAX, RCX, RDX and RBX. */
    RAX(0x00020000, 4, VP, Access.READ_WRITE),
    RSP(0x00020004, 1, VP_VTL, Access.READ_WRITE),
    /** RBP, RSI, RDI and R8 to R15. */
    RBP(0x00020005, 11, VP, Access.READ_WRITE),
    RIP(0x00020010, 1, VP_VTL, Access.READ_WRITE),
    RFLAGS(0x00020011, 1, VP_VTL, Access.READ_WRITE),
    CR0(0x00040000, 1, VP_VTL, Access.READ_WRITE),
    CR2(0x00040001, 1, VP, Access.READ_WRITE),
    CR3(0x00040002, 1, VP_VTL, Access.READ_WRITE),
    CR4(0x00040003, 1, VP_VTL, Access.READ_WRITE),
    CR8(0x00040004, 1, VP_VTL, Access.READ_WRITE),
    DR7(0x00050005, 1, VP_VTL, Access.READ_WRITE),
    IDTR(0x00070000, 1, VP_VTL, Access.READ_WRITE),
    GDTR(0x00070001, 1, VP_VTL, Access.READ_WRITE),
    EFER(0x00080001, 1, VP_VTL, Access.READ_WRITE),
    APIC_BASE(0x00080003, 1, VP_VTL, Access.READ_WRITE),
    TSC_AUX(0x0008007B, 1, VP_VTL, Access.READ_WRITE),
    GUEST_OS_ID(0x00090002, 1, PARTITION_VTL, Access.READ_WRITE),
    SINT0(0x000A0000, Sint.COUNT, VP_VTL, Access.READ_WRITE),
    SCONTROL(0x000A0010, 1, VP_VTL, Access.READ_WRITE),
    SVERSION(0x000A0011, 1, VP_VTL, Access.READ),
    SIFP(0x000A0012, 1, VP_VTL, Access.READ_WRITE),
    SIPP(0x000A0013, 1, VP_VTL, Access.READ_WRITE),
    EOM(0x000A0014, 1, VP_VTL, Access.READ_WRITE),
    SIRBP(0x000A0015, 1, VP_VTL, Access.READ_WRITE),
    /** Config and count of four timers in turn. */
    STIMER0_CONFIG(0x000B0000, 8, VP_VTL, Access.READ_WRITE),
    VSM_CODE_PAGE_OFFSETS(0x000D0002, 1, PARTITION_VTL, Access.READ),
    VSM_VP_STATUS(0x000D0003, 1, VP, Access.READ),
    VSM_PARTITION_STATUS(0x000D0004, 1, PARTITION, Access.READ),
    VSM_VINA(0x000D0005, 1, VP_VTL, Access.READ_WRITE),
    VSM_CAPABILITIES(0x000D0006, 1, PARTITION, Access.READ),
    VSM_PARTITION_CONFIG(0x000D0007, 1, PARTITION_VTL, Access.READ_WRITE),
    /** For paravisors; hvdef alone has it. */
    GUEST_VSM_PARTITION_CONFIG(0x000D0008, 1, PARTITION, Access.READ_WRITE),
    /** One for each lower level, 0 to 14; its owner is the level that is asked for. */
    VSM_VP_SECURE_CONFIG_VTL0(0x000D0010, 15, VP_VTL, Access.READ_WRITE),
    /** For paravisors; hvdef alone has it. */
    VSM_VP_WAIT_FOR_TLB_LOCK(0x000D0020, 1, VP_VTL, Access.READ_WRITE),
    /** Hvdef alone has it. */
    ISOLATION_CAPABILITIES(0x000D0100, 1, PARTITION, Access.READ),
    CR_INTERCEPT_CONTROL(0x000E0000, 1, VP_VTL, Access.READ_WRITE),
    CR_INTERCEPT_CR0_MASK(0x000E0001, 1, VP_VTL, Access.READ_WRITE),
    CR_INTERCEPT_CR4_MASK(0x000E0002, 1, VP_VTL, Access.READ_WRITE),
    CR_INTERCEPT_IA32_MISC_ENABLE_MASK(0x000E0003, 1, VP_VTL, Access.READ_WRITE);

    /** Whether SetVpRegisters may change a register. */
    private enum Access { READ, READ_WRITE }

    private final int id;
    private final int count;
    private final RegisterScope scope;
    private final Access access;

    HvRegister(int id, int count, RegisterScope scope, Access access) {
        this.id = id;
        this.count = count;
        this.scope = scope;
        this.access = access;
    }

    /** The name by which a hypercall asks for it, or for the first of them. */
    public int id() {
        return id;
    }

    /** The name of the one at {@code place}, from 0. */
    public int id(int place) {
        if (place < 0 || place >= count) {
            throw new IllegalArgumentException("of " + this + " there are " + count
                    + ", counted from 0; there is no " + place);
        }
        return id + place;
    }

    /** How many follow each other by number. */
    public int count() {
        return count;
    }

    /** Of what there is one instance for each. */
    public RegisterScope scope() {
        return scope;
    }

    /** Whether SetVpRegisters changes it. */
    public boolean isWritable() {
        return access == Access.READ_WRITE;
    }

    /** The lowest level that has it: some are about lower levels, of which VTL 0 has none. */
    public int lowestVtl() {
        return switch (this) {
            case VSM_VINA, VSM_PARTITION_CONFIG, VSM_VP_SECURE_CONFIG_VTL0 -> 1;
            default -> VtlNumber.LOWEST;
        };
    }

    /** The register that {@code id} names; empty if none that is known here. */
    public static Optional<HvRegister> of(int id) {
        return Arrays.stream(values())
                .filter(register -> id >= register.id && id < register.id + register.count)
                .findFirst();
    }
}
