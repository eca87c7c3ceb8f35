package org.exitrace.vtl.conformance;

import java.util.List;
import org.exitrace.psp.conformance.TableLine;
import org.exitrace.vtl.hypercall.AssertVirtualInterrupt;
import org.exitrace.vtl.hypercall.FlushVirtualAddress;
import org.exitrace.vtl.hypercall.GetVpIndexFromApicId;
import org.exitrace.vtl.hypercall.ProcessorSet;
import org.exitrace.vtl.hypercall.SendSyntheticClusterIpi;
import org.exitrace.vtl.hypercall.SignalEvent;
import org.exitrace.vtl.spec.VpSetFormat;

/**
 * Calls of a row that reach local APICs, SynICs or translations of others. A set of processors is
 * {@code mask=3} where it has one bank; else {@code format}, {@code valid-banks} and {@code
 * banks=3,1} as the header has them. What a connection leads to is among what is given.
 */
final class RowInterrupts {

    private final TableLine at;
    private final RowWords words;

    RowInterrupts(TableLine at, RowWords words) {
        this.at = at;
        this.words = words;
    }

    RowAnswer decide(RowCaller caller, String call) {
        return switch (call) {
            case "SEND_SYNTHETIC_CLUSTER_IPI", "SEND_SYNTHETIC_CLUSTER_IPI_EX" ->
                    send(caller, call.endsWith("EX"));
            case "GET_VP_INDEX_FROM_APIC_ID" -> indices(caller);
            case "FLUSH_VIRTUAL_ADDRESS_SPACE", "FLUSH_VIRTUAL_ADDRESS_LIST",
                    "FLUSH_VIRTUAL_ADDRESS_SPACE_EX", "FLUSH_VIRTUAL_ADDRESS_LIST_EX" ->
                    flush(caller, call);
            case "SIGNAL_EVENT" -> signal(caller);
            case "ASSERT_VIRTUAL_INTERRUPT" -> assertInterrupt(caller);
            default -> throw at.wrong("there is no call '" + call + "'; take a name of docs/vtl.md"
                    + " b.3");
        };
    }

    private RowAnswer send(RowCaller caller, boolean isEx) {
        words.onlyKnown("vector", "vtl", "byte", "fast", "reserved", "mask", "format",
                "valid-banks", "banks");
        SendSyntheticClusterIpi input = new SendSyntheticClusterIpi(words.number("vector", 0),
                RowCall.inputVtl(words), words.has("fast"), words.has("reserved"), set(isEx));
        return RowAnswer.of((isEx ? SendSyntheticClusterIpi.EX_CHECKS
                : SendSyntheticClusterIpi.CHECKS).decide(caller, input));
    }

    private RowAnswer flush(RowCaller caller, String call) {
        words.onlyKnown("flags", "mask", "format", "valid-banks", "banks");
        boolean isEx = call.endsWith("EX");
        FlushVirtualAddress input =
                new FlushVirtualAddress(words.number("flags", 0), set(isEx));
        return RowAnswer.of((call.contains("LIST")
                ? isEx ? FlushVirtualAddress.LIST_EX_CHECKS : FlushVirtualAddress.LIST_CHECKS
                : isEx ? FlushVirtualAddress.SPACE_EX_CHECKS : FlushVirtualAddress.SPACE_CHECKS)
                .decide(caller, input));
    }

    private ProcessorSet set(boolean isEx) {
        if (!isEx) {
            return ProcessorSet.ofMask(words.number("mask", 1));
        }
        List<Long> banks = words.has("banks") ? words.numbers("banks") : List.of();
        return new ProcessorSet(words.number("format", VpSetFormat.SPARSE_4K.ordinal()),
                words.number("valid-banks", 0), banks.size(),
                banks.stream().allMatch(bank -> bank == 0));
    }

    private RowAnswer indices(RowCaller caller) {
        words.onlyKnown("partition", "vtl", "ids");
        List<Integer> ids = words.numbers("ids").stream().map(Long::intValue).toList();
        return RowAnswer.of(new GetVpIndexFromApicId(RowCall.partition(words),
                (int) words.number("vtl", caller.vtl())).decide(caller, ids));
    }

    private RowAnswer signal(RowCaller caller) {
        words.onlyKnown("connection", "flag", "reserved");
        return RowAnswer.of(SignalEvent.CHECKS.decide(caller, new SignalEvent(
                words.number("connection", RowCaller.CONNECTION), words.number("flag", 0),
                words.has("reserved"))));
    }

    private RowAnswer assertInterrupt(RowCaller caller) {
        words.onlyKnown("partition", "vtl", "type", "destination", "vector", "reserved");
        return RowAnswer.of(AssertVirtualInterrupt.CHECKS.decide(caller,
                new AssertVirtualInterrupt(RowCall.partition(words),
                        (int) words.number("vtl", 0), words.number("type", 0),
                        words.number("destination", 0), words.number("vector", 0),
                        words.has("reserved"))));
    }
}
