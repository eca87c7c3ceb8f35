package org.exitrace.vtl.spec;

import static org.exitrace.vtl.spec.CallKind.REP;
import static org.exitrace.vtl.spec.CallKind.SIMPLE;
import static org.exitrace.vtl.spec.CallKind.SWITCH;

import java.util.Arrays;
import java.util.Optional;

/**
 * Hypercalls that have to do with levels: codes, kinds and layouts.
 *
 * <p>Source: docs/vtl.md b.2.
 */
public enum Hypercall {
    SWITCH_VIRTUAL_ADDRESS_SPACE(0x0001, SIMPLE, CallLayout.empty().in("AddressSpace", 0, 8)),
    FLUSH_VIRTUAL_ADDRESS_SPACE(0x0002, SIMPLE,
            CallLayout.ofFlush().in("ProcessorMask", 16, 8)),
    FLUSH_VIRTUAL_ADDRESS_LIST(0x0003, REP,
            CallLayout.ofFlush().in("ProcessorMask", 16, 8).each("GvaRange", 0, 8)),
    SEND_SYNTHETIC_CLUSTER_IPI(0x000B, SIMPLE, CallLayout.empty()
            .in("Vector", 0, 4).in("TargetVtl", 4, 1).in("ProcessorMask", 8, 8)),
    MODIFY_VTL_PROTECTION_MASK(0x000C, REP, CallLayout.ofPartition()
            .in("MapFlags", 8, 4).in("TargetVtl", 12, 1).each("GpaPage", 0, 8)),
    ENABLE_PARTITION_VTL(0x000D, SIMPLE,
            CallLayout.ofPartition().in("TargetVtl", 8, 1).in("Flags", 9, 1)),
    ENABLE_VP_VTL(0x000F, SIMPLE,
            CallLayout.ofVtl().in("VpVtlContext", 16, InitialVpContext.BYTES)),
    VTL_CALL(0x0011, SWITCH, CallLayout.empty()),
    VTL_RETURN(0x0012, SWITCH, CallLayout.empty()),
    FLUSH_VIRTUAL_ADDRESS_SPACE_EX(0x0013, SIMPLE,
            CallLayout.ofFlush().in("VpSetFormat", 16, 8).in("VpSetValidBanks", 24, 8)),
    FLUSH_VIRTUAL_ADDRESS_LIST_EX(0x0014, REP, CallLayout.ofFlush()
            .in("VpSetFormat", 16, 8).in("VpSetValidBanks", 24, 8).each("GvaRange", 0, 8)),
    SEND_SYNTHETIC_CLUSTER_IPI_EX(0x0015, SIMPLE, CallLayout.empty()
            .in("Vector", 0, 4).in("TargetVtl", 4, 1)
            .in("VpSetFormat", 8, 8).in("VpSetValidBanks", 16, 8)),
    INSTALL_INTERCEPT(0x004D, SIMPLE, CallLayout.ofPartition().in("AccessType", 8, 4)
            .in("InterceptType", 12, 4).in("InterceptParameters", 16, 8)),
    GET_VP_REGISTERS(0x0050, REP,
            CallLayout.ofVtl().each("Name", 0, 4).outEach("Value", 0, 16)),
    SET_VP_REGISTERS(0x0051, REP,
            CallLayout.ofVtl().each("Name", 0, 4).each("Value", 16, 16)),
    TRANSLATE_VIRTUAL_ADDRESS(0x0052, SIMPLE, CallLayout.ofPartition().in("VpIndex", 8, 4)
            .in("ControlFlags", 16, 8).in("GvaPage", 24, 8)
            .out("TranslationResult", 0, 8).out("GpaPage", 8, 8)),
    SIGNAL_EVENT(0x005D, SIMPLE, CallLayout.empty()
            .in("ConnectionId", 0, 4).in("FlagNumber", 4, 2)),
    ASSERT_VIRTUAL_INTERRUPT(0x0094, SIMPLE, CallLayout.ofPartition()
            .in("InterruptControl", 8, 8).in("DestinationAddress", 16, 8)
            .in("RequestedVector", 24, 4).in("TargetVtl", 28, 1)),
    START_VIRTUAL_PROCESSOR(0x0099, SIMPLE,
            CallLayout.ofVtl().in("VpContext", 16, InitialVpContext.BYTES)),
    GET_VP_INDEX_FROM_APIC_ID(0x009A, REP, CallLayout.ofPartition().in("TargetVtl", 8, 1)
            .each("ApicId", 0, 4).outEach("VpIndex", 0, 4)),
    TRANSLATE_VIRTUAL_ADDRESS_EX(0x00AC, SIMPLE, CallLayout.ofPartition().in("VpIndex", 8, 4)
            .in("ControlFlags", 16, 8).in("GvaPage", 24, 8)
            .out("TranslationResult", 0, 16).out("GpaPage", 16, 8)),
    CHECK_FOR_IO_INTERCEPT(0x00AD, SIMPLE, CallLayout.ofVtl().in("Port", 14, 2)
            .in("Size", 16, 1).in("IsWrite", 17, 1).out("Intercept", 0, 1)),
    CHECK_SPARSE_GPA_PAGE_VTL_ACCESS(0x00D4, REP, CallLayout.ofPartition()
            .in("TargetVtl", 8, 1).in("DesiredAccess", 9, 1).each("GpaPage", 0, 8)
            .outEach("ResultCode", 0, 1).outEach("DeniedAccess", 1, 1)
            .outEach("InterceptingVtl", 2, 1));

    private final int code;
    private final CallKind kind;
    private final CallLayout layout;

    Hypercall(int code, CallKind kind, CallLayout layout) {
        this.code = code;
        this.kind = kind;
        this.layout = layout;
    }

    /** Bits 15:0 of the control word. */
    public int code() {
        return code;
    }

    /** How it runs. */
    public CallKind kind() {
        return kind;
    }

    /** What it reads and writes; empty where it switches levels. */
    public CallLayout layout() {
        return layout;
    }

    /** Bytes that are read once: its fields, and what fills the last eight. */
    public int headerBytes() {
        return padded(CallField.Part.INPUT);
    }

    /** Bytes that are read for each element. */
    public int elementBytes() {
        return padded(CallField.Part.ELEMENT);
    }

    /** Bytes that are written for each element. */
    public int outputElementBytes() {
        return padded(CallField.Part.OUTPUT_ELEMENT);
    }

    /** Names are four bytes; everything else fills its last eight. */
    private int padded(CallField.Part part) {
        int bytes = layout.bytes(part);
        boolean isName = this == GET_VP_REGISTERS && part == CallField.Part.ELEMENT;
        return isName ? bytes : bytes + Long.BYTES - 1 & -Long.BYTES;
    }

    /** Whether the header may be longer: a set of processors stands at its end. */
    public boolean isVariable() {
        return name().endsWith("_EX") && this != TRANSLATE_VIRTUAL_ADDRESS_EX;
    }

    /** What the partition must have been granted for it; empty where that is nothing special. */
    public Optional<HvPrivilege> privilege() {
        return switch (this) {
            case MODIFY_VTL_PROTECTION_MASK, ENABLE_PARTITION_VTL, ENABLE_VP_VTL, VTL_CALL,
                    VTL_RETURN -> Optional.of(HvPrivilege.ACCESS_VSM);
            case GET_VP_REGISTERS, SET_VP_REGISTERS ->
                    Optional.of(HvPrivilege.ACCESS_VP_REGISTERS);
            case START_VIRTUAL_PROCESSOR, GET_VP_INDEX_FROM_APIC_ID ->
                    Optional.of(HvPrivilege.START_VIRTUAL_PROCESSOR);
            case SIGNAL_EVENT -> Optional.of(HvPrivilege.SIGNAL_EVENTS);
            default -> Optional.empty();
        };
    }

    /** The hypercall of that code; empty if none that is known here. */
    public static Optional<Hypercall> of(int code) {
        return Arrays.stream(values()).filter(call -> call.code == code).findFirst();
    }
}
