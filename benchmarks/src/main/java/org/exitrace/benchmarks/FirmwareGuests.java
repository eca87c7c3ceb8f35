package org.exitrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.PspShape;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.script.HostOperations;

/** Guests that host threads launch, activate and tear down beside each other, one firmware. */
final class FirmwareGuests {

    private static final int CCXS = 2;

    private FirmwareGuests() {
    }

    /** So many guests, each by a thread of its own, on two core complexes. */
    static Model of(int guests) {
        FirmwareBounds bounds = new FirmwareBounds(CCXS, 1, guests, guests, 1, 1);
        PspShape shape = PspShape.of(bounds).from(PlatformStart.INITIALIZED);
        List<Operation<HostThread>> operations =
                HostOperations.all(bounds, shape.faults(), PspMachine.usualDesign());
        Map<Integer, Script<HostThread>> threads = new TreeMap<>();
        for (int i = 0; i < guests; i++) {
            threads.put(i, new Script<>(life(operations, i + 1)));
        }
        return PspMachine.of(shape, threads, PspMachine.usualDesign());
    }

    private static List<Call<HostThread>> life(List<Operation<HostThread>> operations, int asid) {
        List<Call<HostThread>> calls = new ArrayList<>();
        calls.add(call(operations, "LAUNCH_START", Map.of()));
        calls.add(call(operations, "ACTIVATE", Map.of("asid", Integer.toString(asid))));
        calls.add(call(operations, "LAUNCH_MEASURE", Map.of()));
        calls.add(call(operations, "LAUNCH_FINISH", Map.of()));
        calls.add(call(operations, "sev_unbind_asid", Map.of()));
        return calls;
    }

    private static Call<HostThread> call(
            List<Operation<HostThread>> operations, String name, Map<String, String> given) {
        Operation<HostThread> operation = operations.stream()
                .filter(known -> known.name().equals(name)).findFirst().orElseThrow();
        return new Call<>(operation, Arguments.of(operation.parameters(), given), List.of(), 0);
    }
}
