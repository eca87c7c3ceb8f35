package org.exitrace.vtl.conformance;

import java.util.Arrays;
import java.util.List;
import org.exitrace.psp.conformance.TableLine;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.hypercall.CallEntry;
import org.exitrace.vtl.hypercall.CheckForIoIntercept;
import org.exitrace.vtl.hypercall.CheckSparseGpaPageVtlAccess;
import org.exitrace.vtl.hypercall.Decision;
import org.exitrace.vtl.hypercall.EnablePartitionVtl;
import org.exitrace.vtl.hypercall.EnableVpVtl;
import org.exitrace.vtl.hypercall.Fault;
import org.exitrace.vtl.hypercall.InstallIntercept;
import org.exitrace.vtl.hypercall.ListOutcome;
import org.exitrace.vtl.hypercall.ModifyVtlProtectionMask;
import org.exitrace.vtl.hypercall.StartVirtualProcessor;
import org.exitrace.vtl.hypercall.SwitchVirtualAddressSpace;
import org.exitrace.vtl.hypercall.TranslateVirtualAddress;
import org.exitrace.vtl.hypercall.TranslateVirtualAddressEx;
import org.exitrace.vtl.hypercall.VtlSwitch;
import org.exitrace.vtl.spec.HvInputVtl;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.TranslateFlag;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * The call that a row asks, such as {@code ENABLE_VP_VTL vp=1 vtl=1}. What is not told is usual:
 * the caller's own partition, processor and VTL, and 0. {@code vtl} is the VTL, {@code byte} the
 * whole byte that names one.
 */
final class RowCall {

    private final TableLine at;
    private final String call;
    private final RowWords words;

    RowCall(TableLine at, String asks) {
        this.at = at;
        String[] parts = asks.split(" +");
        call = parts[0];
        words = new RowWords(at, Arrays.asList(parts).subList(1, parts.length));
    }

    RowAnswer decide(RowCaller caller) {
        return switch (call) {
            case "ANY_CALL" -> entry(caller);
            case "ENABLE_PARTITION_VTL" -> enablePartition(caller);
            case "ENABLE_VP_VTL" -> enableVp(caller);
            case "START_VIRTUAL_PROCESSOR" -> start(caller);
            case "VTL_CALL", "VTL_RETURN" -> change(caller, call.equals("VTL_CALL"));
            case "MODIFY_VTL_PROTECTION_MASK" -> modify(caller);
            case "GET_VP_REGISTERS", "SET_VP_REGISTERS" ->
                    new RowRegisters(at, words).decide(caller, call.startsWith("SET"));
            case "TRANSLATE_VIRTUAL_ADDRESS", "TRANSLATE_VIRTUAL_ADDRESS_EX" ->
                    translate(caller, call.endsWith("EX"));
            case "CHECK_SPARSE_GPA_PAGE_VTL_ACCESS" -> checkPages(caller);
            case "INSTALL_INTERCEPT" -> intercept(caller);
            case "CHECK_FOR_IO_INTERCEPT" -> checkPort(caller);
            case "SWITCH_VIRTUAL_ADDRESS_SPACE" -> switchSpace(caller);
            default -> new RowInterrupts(at, words).decide(caller, call);
        };
    }

    private RowAnswer entry(RowCaller caller) {
        words.onlyKnown("word", "input", "output");
        CallEntry entry = new CallEntry(words.number("word", 0), words.number("input", 0),
                words.number("output", 0));
        Decision<Fault> fault = CallEntry.FAULT_CHECKS.decide(caller, entry);
        return fault.isRefused() ? RowAnswer.of(fault)
                : RowAnswer.of(CallEntry.CHECKS.decide(caller, entry));
    }

    private RowAnswer enablePartition(RowCaller caller) {
        words.onlyKnown("partition", "vtl", "flags", "slow");
        return RowAnswer.of(EnablePartitionVtl.CHECKS.decide(caller, new EnablePartitionVtl(
                partition(words), number("vtl"), number("flags"), !words.has("slow"))));
    }

    private RowAnswer enableVp(RowCaller caller) {
        words.onlyKnown("partition", "vp", "vtl");
        return RowAnswer.of(EnableVpVtl.CHECKS.decide(caller,
                new EnableVpVtl(partition(words), vp(words), number("vtl"))));
    }

    private RowAnswer start(RowCaller caller) {
        words.onlyKnown("partition", "vp", "vtl", "byte");
        return RowAnswer.of(StartVirtualProcessor.CHECKS.decide(caller,
                new StartVirtualProcessor(partition(words), vp(words), inputVtl(words))));
    }

    private RowAnswer change(RowCaller caller, boolean isCall) {
        words.onlyKnown("control", "fast");
        VtlSwitch input = new VtlSwitch(words.number("control", 0), words.has("fast"));
        return RowAnswer.of((isCall ? VtlSwitch.CALL_CHECKS : VtlSwitch.RETURN_CHECKS)
                .decide(caller, input), "vtl" + VtlSwitch.target(caller, isCall));
    }

    private RowAnswer modify(RowCaller caller) {
        words.onlyKnown("partition", "vtl", "byte", "flags", "pages", "start");
        Decision<HvStatus> whole = ModifyVtlProtectionMask.CHECKS.decide(caller,
                new ModifyVtlProtectionMask(
                        partition(words), number("flags"), inputVtl(words)));
        List<Long> pages = words.numbers("pages");
        return RowAnswer.of(caller.dialect() == StatusDialect.OPENVMM
                ? ListOutcome.allOrNone(caller, whole, ModifyVtlProtectionMask.PAGE_CHECKS, pages,
                        number("start"))
                : ListOutcome.eachInTurn(caller, whole, ModifyVtlProtectionMask.PAGE_CHECKS,
                        pages, number("start")));
    }

    private RowAnswer translate(RowCaller caller, boolean isEx) {
        words.onlyKnown("partition", "vp", "vtl", "byte", "flags");
        long flags = words.number("flags", 0) | TranslateFlag.INPUT_VTL.of(inputVtl(words));
        return RowAnswer.of(isEx
                ? TranslateVirtualAddressEx.CHECKS.decide(caller, new TranslateVirtualAddressEx(
                        partition(words), vp(words), flags))
                : TranslateVirtualAddress.CHECKS.decide(caller, new TranslateVirtualAddress(
                        partition(words), vp(words), flags)));
    }

    private RowAnswer checkPages(RowCaller caller) {
        words.onlyKnown("partition", "vtl", "byte", "access", "pages");
        return RowAnswer.of(ListOutcome.eachInTurn(caller,
                CheckSparseGpaPageVtlAccess.CHECKS.decide(caller, new CheckSparseGpaPageVtlAccess(
                        partition(words), inputVtl(words), words.number("access", 0))),
                CheckSparseGpaPageVtlAccess.PAGE_CHECKS, words.numbers("pages"), 0));
    }

    private RowAnswer checkPort(RowCaller caller) {
        words.onlyKnown("partition", "vp", "vtl", "byte", "size");
        return RowAnswer.of(CheckForIoIntercept.CHECKS.decide(caller, new CheckForIoIntercept(
                partition(words), vp(words), inputVtl(words), words.number("size", 1))));
    }

    private RowAnswer intercept(RowCaller caller) {
        words.onlyKnown("partition", "type", "access");
        return RowAnswer.of(InstallIntercept.CHECKS.decide(caller, new InstallIntercept(
                partition(words), words.number("type", 0), words.number("access", 0))));
    }

    private RowAnswer switchSpace(RowCaller caller) {
        words.onlyKnown("space");
        return RowAnswer.of(SwitchVirtualAddressSpace.CHECKS.decide(caller,
                new SwitchVirtualAddressSpace(words.number("space", 0))));
    }

    private int number(String name) {
        return (int) words.number(name, 0);
    }

    /** The partition that {@code words} name. */
    static long partition(RowWords words) {
        return words.number("partition", VtlNumber.PARTITION_SELF);
    }

    /** The virtual processor that {@code words} name. */
    static long vp(RowWords words) {
        return words.number("vp", VtlNumber.VP_SELF);
    }

    /** The byte by which {@code words} name a VTL. */
    static int inputVtl(RowWords words) {
        return words.has("vtl") ? HvInputVtl.of((int) words.number("vtl", 0))
                : (int) words.number("byte", HvInputVtl.OWN);
    }
}
