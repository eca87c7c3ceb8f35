package org.exitrace.psp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.guest.GuestThread;
import org.exitrace.psp.host.HostFaults;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.script.GuestOperations;
import org.exitrace.psp.script.HostOperations;

/** Machines for tests: threads told in words, {@code "ACTIVATE asid=1 -> SUCCESS"}. */
public final class Hosts {

    private static final long MOST_STEPS = 10_000;

    private final FirmwareBounds bounds;
    private HostFaults faults = HostFaults.NONE;
    private Design design = PspMachine.usualDesign();
    private final Map<Integer, Script<HostThread>> threads = new TreeMap<>();
    private final Map<Integer, Script<GuestThread>> guests = new TreeMap<>();

    /** No thread so far. */
    public Hosts(FirmwareBounds bounds) {
        this.bounds = bounds;
    }

    /** One thread more, which gives these commands. */
    public Hosts thread(String... lines) {
        List<Call<HostThread>> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(call(HostOperations.all(bounds, faults, design), line));
        }
        threads.put(threads.size(), new Script<>(calls));
        return this;
    }

    /** The guest whose context is in that page does this. */
    public Hosts guest(int page, String... lines) {
        List<Call<GuestThread>> calls = new ArrayList<>();
        for (String line : lines) {
            calls.add(call(GuestOperations.all(bounds, design), line));
        }
        guests.put(page, new Script<>(calls));
        return this;
    }

    /** With these faults. */
    public Hosts with(HostFaults possible) {
        faults = possible;
        return this;
    }

    /** In this design; to be said before the threads. */
    public Hosts in(Design chosen) {
        design = chosen;
        return this;
    }

    /** The machine. */
    public Model model() {
        return machine().model();
    }

    /** The machine, with the firmware's cells. */
    public PspMachine machine() {
        return PspMachine.assemble(
                PspShape.of(bounds).with(faults), threads, guests, design);
    }

    /** What the cell of that name holds when nobody can step, always taking the first step. */
    public static long atTheEnd(Model model, String cell) {
        new Run(model, enabled -> enabled.get(0)).atMost(MOST_STEPS).withoutProperties().go();
        return model.layout().find(cell).orElseThrow().rawIn(model.frame().snapshot());
    }

    private static <R> Call<R> call(List<Operation<R>> operations, String line) {
        String[] sides = line.split(" -> ");
        String[] words = sides[0].split(" ");
        Operation<R> operation = operations.stream()
                .filter(known -> known.name().equals(words[0])).findFirst().orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=");
            given.put(pair[0], pair[1]);
        }
        List<String> expected = sides.length > 1 ? List.of(sides[1].split("\\|")) : List.of();
        return new Call<>(operation, Arguments.of(operation.parameters(), given), expected, 0);
    }
}
