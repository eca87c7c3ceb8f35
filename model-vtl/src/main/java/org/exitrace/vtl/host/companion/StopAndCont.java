package org.exitrace.vtl.host.companion;

import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;

/**
 * The monitor stops the VM once and lets it go on: all vCPUs, by the flags that the switch uses as
 * well. Source: docs/vtl.md d.3, trigger ii (reading).
 */
final class StopAndCont {

    private StopAndCont() {
    }

    static void furnish(ModelBuilder model, Siblings vcpus) {
        model.program(model.actor("monitor"), vcpus,
                new ProgramCounter(model.region("monitor"), "at"),
                routine(vcpus.threads().size()));
    }

    private static Routine<Siblings> routine(int vcpus) {
        return Routine.named("monitor", "docs/vtl.md d.3", code -> {
            each(code, vcpus, "stop: stop%d = 1, signals", StopAndCont::stop);
            code.await("stop: all vCPUs stand still", all -> all.threads().stream()
                    .allMatch(VcpuThread::isStopped)).mayRest();
            each(code, vcpus, "cont: stop%d = 0", thread -> thread.stop().clear());
        });
    }

    private static void each(Block<Siblings> code, int vcpus, String name,
            Consumer<VcpuThread> effect) {
        for (int vcpu = 0; vcpu < vcpus; vcpu++) {
            int number = vcpu;
            code.step(String.format(name, number),
                    all -> effect.accept(all.threads().get(number)));
        }
    }

    private static void stop(VcpuThread thread) {
        thread.stop().raise();
        thread.signal.raise();
        thread.kick();
    }
}
