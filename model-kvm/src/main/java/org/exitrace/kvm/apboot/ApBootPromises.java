package org.exitrace.kvm.apboot;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.spec.ExitReason;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;

/** What host and guest promise each other while APs boot: docs/ap-boot.md, invariants. */
final class ApBootPromises {

    private ApBootPromises() {
    }

    static void declare(ModelBuilder model, List<Vcpu> vcpus) {
        model.atRest("lost-wake-up", "no AP stays parked that was sent an INIT",
                () -> vcpus.stream().noneMatch(ApBootPromises::sleepsThroughItsWake))
                .because("nobody sends another INIT, so it would sleep for ever")
                .from("docs/ap-boot.md R1, L1");
        model.never("S-12", "a hold returns a release that no SIPI stands for",
                vcpus, vcpu -> vcpu.guest.releasedUnasked.isSet())
                .because("the AP would start although nobody started it")
                .from("docs/ap-boot.md S-12; one that a host has kept stands for one release");
        model.never("S-13", "a SIPI after an accepted INIT is consumed and nobody is told",
                vcpus, vcpu -> vcpu.sipiLost.isSet())
                .because("it neither started the measured VMSA nor released a hold")
                .from("docs/ap-boot.md S-13 (reading)");
        model.never("S-15", "an AP goes on from its hold on a result of 0",
                vcpus, vcpu -> vcpu.guest.wentOnUnreleased.isSet())
                .because("0 says that something else woke it").from("docs/ap-boot.md S-15");
        model.never("S-39", "the host dereferences a GHCB that is not mapped",
                vcpus, vcpu -> vcpu.nullDereference.isSet())
                .because("a guest could crash its host").from("docs/ap-boot.md S-39, a3ba26ecfb56");
        model.never("X-3", "a hold in whose course INIT and SIPI were accepted returns 0",
                vcpus, vcpu -> vcpu.guest.resultMissed.isSet())
                .because("the guest has done all that it can: it was in its hold in time")
                .from("own reading of vcpu_enter_guest and __kvm_emulate_halt, not confirmed");
        model.never("vm-lives", "the host gives up on the guest",
                vcpus, vcpu -> vcpu.killed.isSet())
                .because("a guest that follows the protocol is not killed").from("KVM API");
    }

    /** What is owed where something other than a SIPI may wake a parked AP. */
    static void declareForSpuriousWakes(ModelBuilder model, List<Vcpu> vcpus) {
        model.eventually("L2", "an AP that was woken for nothing holds again, or is released",
                () -> vcpus.stream().anyMatch(vcpu -> vcpu.guest.wokenForNothing.isSet()),
                () -> vcpus.stream().noneMatch(vcpu -> vcpu.guest.wokenForNothing.isSet()))
                .because("else it runs where nobody expects it").from("docs/ap-boot.md L2");
    }

    /** What is owed where guest and host have a loop without bound; all else comes to rest. */
    static void declareForEndlessLoops(ModelBuilder model) {
        model.comesToRest()
                .because("a guest that is resumed, or a time-out that is taken, again and again"
                        + " gets nowhere")
                .from("docs/ap-boot.md L7, B-44; time-outs may come at any moment");
    }

    /** Parked in the kernel, or, with a LAPIC in user space, by the VMM. */
    private static boolean sleepsThroughItsWake(Vcpu vcpu) {
        return vcpu.guest.wakeOwed.isSet()
                && (vcpu.mpState.isEither(MpState.AP_RESET_HOLD, MpState.HALTED)
                || vcpu.exitReason.is(ExitReason.AP_RESET_HOLD));
    }
}
