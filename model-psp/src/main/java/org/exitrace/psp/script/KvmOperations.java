package org.exitrace.psp.script;

import java.util.List;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.Kvm;
import org.exitrace.psp.host.KvmLaunch;
import org.exitrace.psp.host.KvmVcpus;

/** What KVM does of an SNP guest with virtual CPUs. */
final class KvmOperations {

    private KvmOperations() {
    }

    static List<Operation<HostThread>> all(FirmwareBounds bounds, KvmLaunch launch) {
        Parameter vcpu = Parameter.number(
                "vcpu", 0, Kvm.VCPUS - 1L, "the virtual CPU").usually(0);
        return List.of(
                HostOperations.named("KVM_CREATE_VCPU", "makes a virtual CPU of the SNP guest")
                        .from("kvm_main.c kvm_vm_ioctl_create_vcpu")
                        .takes(vcpu, SnpArgumentWords.page("page", bounds, "the page of its VMSA"))
                        .gives("SUCCESS")
                        .does(given -> KvmVcpus.create(
                                given.number("vcpu"), given.number("page"))),
                HostOperations.named("KVM_RUN", "lets a virtual CPU run, if it is there")
                        .from("kvm_main.c kvm_vcpu_ioctl").takes(vcpu).gives("SUCCESS", "PF")
                        .does(given -> KvmVcpus.run(given.number("vcpu"))),
                HostOperations.named("snp_launch_finish", "encrypts the state of each virtual CPU,"
                                + " then gives SNP_LAUNCH_FINISH")
                        .from("sev.c snp_launch_finish")
                        .takes(SnpArgumentWords.page("gctx", bounds, "the page of its context"))
                        .gives(HostThread.words().toArray(String[]::new))
                        .does(given -> launch.finish(given.number("gctx"))));
    }
}
