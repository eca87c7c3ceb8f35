package org.exitrace.kvm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.Script;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.ioctl.OtherThreads;
import org.exitrace.kvm.ioctl.VmmOperations;
import org.exitrace.kvm.machine.HostParameters;
import org.exitrace.kvm.machine.KvmHostMachine;
import org.exitrace.kvm.machine.KvmHostShape;
import org.exitrace.psp.conformance.WrittenCall;

/** One row on a host of its own in each of its kernels: what is given, then what is asked. */
final class ErrnoRun {

    private static final String THREAD = "thread0";
    private static final long MOST_STEPS = 100_000;
    private static final String USUAL = "vms=3 vcpus=2 threads=1 cpus=1 asids=3 min-sev-asid=2"
            + " handles=3 regions=2 cgroups=2 pages=2 slots=2 host-support=sev-es";

    private final KernelRow row;
    private final List<String> given;
    private final RunObserver[] observers;

    ErrnoRun(KernelRow row, List<String> given, RunObserver... observers) {
        this.row = row;
        this.given = given;
        this.observers = observers;
    }

    KernelResult go() {
        String gave = ResultCell.NONE;
        for (KernelProfile profile : row.kernels()) {
            Design design = KvmHostMachine.usualDesign()
                    .with(KernelProfile.SWITCH.name(), profile.label());
            KvmHostShape shape = shape();
            Script<KvmThread> script = new Script<>(calls(shape, design));
            Map<Integer, Script<KvmThread>> threads = new TreeMap<>();
            threads.put(0, script);
            KvmHostMachine machine = KvmHostMachine.of(shape, threads, design, true);
            Model model = machine.model();
            List<String> refused = new ArrayList<>();
            machine.host().tellRefusals(check -> refused.add(check.name()));
            Run run = new Run(model, enabled -> enabled.get(0)).atMost(MOST_STEPS)
                    .withoutProperties();
            for (RunObserver observer : observers) {
                run.tell(observer);
            }
            RunResult result = run.go();
            long[] end = model.frame().snapshot();
            gave = model.layout().find(THREAD + ".result").orElseThrow().renderIn(end);
            Optional<String> wrong = wrong(result, script.explain(THREAD, model.layout(), end),
                    gave).or(() -> reason(refused, script));
            if (wrong.isPresent()) {
                return new KernelResult(row, gave, profile.label() + ": " + wrong.get());
            }
        }
        return new KernelResult(row, gave, "");
    }

    private Optional<String> wrong(RunResult run, Optional<String> before, String gave) {
        if (before.isPresent()) {
            return Optional.of("what is given fails: " + before.get());
        }
        if (run.end() != RunEnd.AT_REST) {
            return Optional.of("it came to no answer within " + MOST_STEPS + " steps");
        }
        return gave.equals(row.gives()) ? Optional.empty()
                : Optional.of("must give " + row.gives() + " and gave " + gave);
    }

    /** A check that refused must be the one that the row names; those of what is given aside. */
    private Optional<String> reason(List<String> refused, Script<KvmThread> script) {
        int expected = (int) script.calls().stream().filter(call -> !call.expected().isEmpty()
                && !call.expected().get(0).equals(KvmThread.OK)).count();
        if (refused.size() <= expected) {
            return Optional.empty();
        }
        String by = refused.get(refused.size() - 1);
        return by.equals(row.check()) ? Optional.empty()
                : Optional.of("gave " + row.gives() + ", but for '" + by + "'");
    }

    private List<Call<KvmThread>> calls(KvmHostShape shape, Design design) {
        List<Operation<KvmThread>> operations = new ArrayList<>(VmmOperations.all(
                shape.bounds(), shape.support(), new Kernel(design)));
        operations.addAll(OtherThreads.all(shape.bounds()));
        WrittenCall<KvmThread> written = new WrittenCall<>(operations);
        List<Call<KvmThread>> calls = new ArrayList<>();
        for (String operation : given) {
            calls.add(written.succeeding(operation, row.at()));
        }
        calls.add(written.any(row.asks(), row.at()));
        return calls;
    }

    private KvmHostShape shape() {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            read(USUAL, values);
            if (!row.machine().equals("-")) {
                read(row.machine(), values);
            }
            return HostParameters.shape(Arguments.of(HostParameters.all(), values));
        } catch (IllegalArgumentException wrong) {
            throw row.at().wrong(wrong.getMessage());
        }
    }

    private static void read(String machine, Map<String, String> into) {
        for (String word : machine.split(" +")) {
            String[] pair = word.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("'" + word + "' of the machine '" + machine
                        + "': write name=value, or - for the usual one");
            }
            into.put(pair[0], pair[1]);
        }
    }
}
