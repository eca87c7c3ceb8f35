package org.exitrace.kvm.exchange;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.ghcb.vmsa.Vmsas;
import org.exitrace.kvm.apcreation.SnpVcpu;

/** What is promised where virtual CPUs are created and destroyed: docs/ghcb.md e.6, h. */
final class ApCreationPromises {

    private ApCreationPromises() {
    }

    static void declare(ModelBuilder model, Vmsas vmsas, List<SnpVcpu> vcpus) {
        model.never("S-24", "a virtual CPU is run whose SEV_FEATURES are not those of the VM",
                vcpus, snp -> snp.vmsa.otherFeatures.isSet())
                .because("KVM intercepts what the features of the VM ask for")
                .from("docs/ghcb.md S-24; KVM sees RAX, and not the VMSA");
        model.never("S-25", "a page is used for something else while a virtual CPU runs from it",
                vmsas.pages(), page -> page.reclaimedInUse.isSet())
                .because("what is written there are registers").from("docs/ghcb.md S-25");
        model.never("S-40", "a virtual CPU executes guest code, and is destroyed",
                vcpus, snp -> snp.vmsa.destroyed.isSet() && snp.vcpu.guest.running.isSet())
                .because("the guest was told that it does not").from("docs/ghcb.md S-40");
        model.never("vmexit-invalid", "VMRUN is executed on a page that is no VMSA",
                vcpus, snp -> snp.ranFromOtherPage.isSet())
                .because("it ends the guest").from("309d28576f0a");
        model.never("vmsa-is-guests", "the host takes a page from which a virtual CPU runs",
                vmsas.pages(), page -> page.takenInUse.isSet())
                .because("RMPUPDATE refuses, and the page is lost to both")
                .from("docs/ghcb.md f.5");
        model.never("B-46", "a request that is refused changes its target",
                vcpus, snp -> snp.touchedByRefused.isSet())
                .because("whoever sends it knocks another virtual CPU offline")
                .from("docs/ghcb.md B-46, d26638bfcdfc");
        model.never("B-47", "VMRUN is executed and there is no VMSA",
                vcpus, snp -> snp.ranWithoutVmsa.isSet())
                .because("its address is -1").from("docs/ghcb.md B-47, 72d12715edcd");
        model.never("B-4D", "KVM_RUN returns and has no reason to",
                vcpus, snp -> snp.returnedForNothing.isSet())
                .because("user space takes an old exit reason for a new one")
                .from("docs/ghcb.md B-4D");
        model.never("B-4B", "a page is taken for one in use that is not",
                vmsas.pages(), page -> page.takenForInUse.isSet())
                .because("whoever touches it faults for nothing").from("docs/ghcb.md B-4B");
        model.atRest("L8", "each virtual CPU that was created runs, or KVM_RUN has said why not",
                () -> vcpus.stream().allMatch(snp -> snp.vmsa.created.isNone()))
                .because("the guest was told that it is created").from("docs/ghcb.md L8");
    }
}
