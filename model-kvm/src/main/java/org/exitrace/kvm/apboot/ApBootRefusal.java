package org.exitrace.kvm.apboot;

import java.util.Optional;
import org.exitrace.engine.design.Design;
import org.exitrace.ghcb.guest.GuestSoftware.ApStart;
import org.exitrace.kvm.design.InitSipiEvents;
import org.exitrace.kvm.design.SipiHook;

/** Which hosts cannot have which machines: what never was, and whose runs would say nothing. */
final class ApBootRefusal {

    private final ApBootShape shape;
    private final ApBootScripts scripts;
    private final Design design;

    private ApBootRefusal(ApBootShape shape, ApBootScripts scripts, Design design) {
        this.shape = shape;
        this.scripts = scripts;
        this.design = design;
    }

    /** Why there is no such machine, with the remedy; empty where there is. */
    static Optional<String> of(ApBootShape shape, ApBootScripts scripts, Design design) {
        ApBootRefusal refusal = new ApBootRefusal(shape, scripts, design);
        return refusal.notOf2013().or(refusal::parkedOnAHostWithoutHold);
    }

    private Optional<String> notOf2013() {
        if (design.get(InitSipiEvents.SWITCH) != InitSipiEvents.REMOTE_MP_STATE) {
            return Optional.empty();
        }
        String kernel = "init-sipi-events=remote-mp-state is the KVM of 2013, which ";
        if (shape.sevEs()) {
            return Optional.of(kernel + "knows no SEV-ES; take it with 'guest: plain'");
        }
        return !shape.userLapic() && scripts.threads().isEmpty() ? Optional.empty()
                : Optional.of(kernel + "is modelled with its LAPIC in the kernel and without its"
                        + " ioctls; take it with 'lapic: kernel', and script no VMM");
    }

    private Optional<String> parkedOnAHostWithoutHold() {
        if (shape.software(ApBootScripts.NONE).apsStart() != ApStart.PARKED) {
            return Optional.empty();
        }
        SipiHook hook = design.get(SipiHook.SWITCH);
        String begins = ", but the APs of 'story: " + shape.story().label() + "' begin in one;"
                + " take ";
        if (hook == SipiHook.REGISTER_WRITES) {
            return Optional.of("sipi-hook=" + hook.label() + " knows no AP reset hold" + begins
                    + "another sipi-hook, or 'story: power-on'");
        }
        return !shape.parksByMsr(design) || hook.knowsMsrForm() ? Optional.empty()
                : Optional.of("sipi-hook=" + hook.label() + " knows no AP reset hold by MSR"
                        + begins + "sipi-hook=hold-type or latched, or 'story: power-on'");
    }
}
