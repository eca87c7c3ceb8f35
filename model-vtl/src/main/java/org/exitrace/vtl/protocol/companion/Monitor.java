package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.vtl.protocol.companion.VtlThread.Place;
import org.exitrace.vtl.protocol.design.MonitorResume;

/** The VMM's monitor, which stops the VM once and lets it go on. */
final class Monitor {

    private final MonitorResume resume;

    Monitor(MonitorResume resume) {
        this.resume = resume;
    }

    Routine<CompanionVp> routine() {
        return Routine.named("monitor", "docs/vtl.md d.6", code -> {
            if (resume == MonitorResume.OWN_FLAG) {
                code.step("stop: paused = 1, kicks", vp -> {
                    vp.paused.raise();
                    vp.lower.kick.raise();
                    vp.higher.kick.raise();
                });
            } else {
                code.step("stop: stop0 = 1, kicks", vp -> stop(vp.lower));
                code.step("stop: stop1 = 1, kicks", vp -> stop(vp.higher));
            }
            code.await("stop: no vCPU is in KVM_RUN", vp -> !vp.lower.place.is(Place.KVM_RUN)
                    && !vp.higher.place.is(Place.KVM_RUN), vp -> vp.stopped.raise()).mayRest();
            goOn(code);
        });
    }

    private void goOn(Block<CompanionVp> code) {
        if (resume == MonitorResume.OWN_FLAG) {
            code.step("cont: paused = 0", vp -> {
                vp.stopped.clear();
                vp.paused.clear();
            });
            return;
        }
        code.step("cont: stop0", vp -> {
            vp.stopped.clear();
            goOn(vp.lower);
        });
        code.step("cont: stop1", vp -> goOn(vp.higher));
    }

    private void stop(VtlThread thread) {
        thread.stopBefore.become(resume == MonitorResume.RESTORES && thread.stop.isSet());
        thread.stop.raise();
        thread.kick.raise();
    }

    private static void goOn(VtlThread thread) {
        thread.stop.become(thread.stopBefore.testAndClear());
    }
}
