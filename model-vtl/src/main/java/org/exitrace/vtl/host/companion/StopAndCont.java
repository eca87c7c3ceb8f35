package org.exitrace.vtl.host.companion;

import org.exitrace.engine.model.ModelBuilder;
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
                new ProgramCounter(model.region("monitor"), "at"), routine());
    }

    private static Routine<Siblings> routine() {
        return Routine.named("monitor", "docs/vtl.md d.3", code -> code
                .step("stop: stop0 = 1, signals", vcpus -> stop(vcpus.threads().get(0)))
                .step("stop: stop1 = 1, signals", vcpus -> stop(vcpus.threads().get(1)))
                .await("stop: all vCPUs stand still", vcpus -> vcpus.threads().stream()
                        .allMatch(VcpuThread::isStopped)).mayRest()
                .step("cont: stop0 = 0", vcpus -> vcpus.threads().get(0).stop().clear())
                .step("cont: stop1 = 0", vcpus -> vcpus.threads().get(1).stop().clear()));
    }

    private static void stop(VcpuThread thread) {
        thread.stop().raise();
        thread.signal.raise();
        thread.kick();
    }
}
