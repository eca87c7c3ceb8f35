package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Script;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.OverlayKind;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;

/** The hypercalls that scripts of a machine make: a virtual processor asks by number. */
public final class CallTable {

    private final List<HvCall> calls;

    private CallTable(List<HvCall> calls) {
        this.calls = calls;
    }

    /** Those of {@code scripts}, each once, in their order. */
    public static CallTable of(Iterable<Script<Vtl>> scripts, VtlBounds bounds) {
        List<HvCall> calls = new ArrayList<>();
        for (Script<Vtl> script : scripts) {
            for (Call<Vtl> call : script.calls()) {
                String operation = call.operation().name();
                Stream.concat(CallOperations.find(operation, call.arguments()).stream(),
                        BootCalls.of(operation, bounds).stream())
                        .filter(each -> !calls.contains(each)).forEach(calls::add);
            }
        }
        return new CallTable(calls);
    }

    /** Whether one of them is about the partition. */
    public boolean hasPartitionCalls() {
        return calls.stream().anyMatch(HvCall::isOfPartition);
    }

    /** Whether one of them is INIT and SIPI. */
    public boolean hasInitSipi() {
        return calls.stream().anyMatch(InitSipi.class::isInstance);
    }

    /** Whether one of them is a reset of the partition. */
    public boolean hasReset() {
        return calls.stream().anyMatch(Reset.class::isInstance);
    }

    /** What else they need. */
    public Set<Feature> features() {
        return calls.stream().flatMap(call -> call.needs().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
    }

    /** Which pages of the hypervisor they need. */
    public Set<OverlayKind> overlays() {
        return calls.stream().flatMap(call -> call.overlay().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(OverlayKind.class)));
    }

    /** How many. */
    public int size() {
        return calls.size();
    }

    /** The number of {@code call}, from 1. */
    public int numberOf(HvCall call) {
        int place = calls.indexOf(call);
        if (place < 0) {
            throw new IllegalArgumentException(call + " is in no script of the machine");
        }
        return place + 1;
    }

    /** Goes on with what {@code way} writes for the call that the VTL asks for. */
    public <R> void select(Block<R> code, ToIntFunction<R> asked,
            BiConsumer<Block<R>, HvCall> way) {
        if (calls.isEmpty()) {
            return;
        }
        List<Consumer<Block<R>>> ways = new ArrayList<>();
        for (HvCall call : calls) {
            ways.add(text -> way.accept(text, call));
        }
        code.select(asked, ways);
    }
}
