package org.exitrace.psp.host;

import org.exitrace.engine.routine.Routine;

/** How KVM makes virtual CPUs of an SNP guest, and lets them run before the guest is launched. */
public final class KvmVcpus {

    private static final String CREATE = "kvm_main.c kvm_vm_ioctl_create_vcpu";
    private static final String RUN = "kvm_main.c kvm_vcpu_ioctl; svm.c svm_vcpu_run";

    private KvmVcpus() {
    }

    /** KVM_CREATE_VCPU, with page {@code page} for its VMSA. */
    public static Routine<HostThread> create(int number, int page) {
        return Routine.named("kvm_vm_ioctl_create_vcpu", CREATE, code -> code
                .lock("lock kvm->lock", thread -> thread.kvm.lock).costs("driver.access")
                .step("created_vcpus++", thread -> thread.kvm.vcpus.get(number).created.raise())
                .costs("driver.access")
                .unlock("unlock kvm->lock", thread -> thread.kvm.lock).costs("driver.access")
                .pause("kvm_arch_vcpu_create").costs("driver.access")
                .lock("lock kvm->lock to come online", thread -> thread.kvm.lock)
                .costs("driver.access")
                .step("online_vcpus++", thread -> {
                    thread.kvm.vcpus.get(number).page.become(page);
                    thread.kvm.vcpus.get(number).online.raise();
                    thread.succeed();
                }).costs("driver.access")
                .unlock("unlock kvm->lock at the end", thread -> thread.kvm.lock)
                .costs("driver.access"));
    }

    /**
     * KVM_RUN of a virtual CPU: as long as its state is not encrypted the host saves it in the
     * clear. That it is this write which meets a page that is the guest's is our reading.
     */
    public static Routine<HostThread> run(int number) {
        return Routine.named("kvm_vcpu_ioctl", RUN, code -> code
                .lock("lock vcpu->mutex", thread -> thread.kvm.vcpus.get(number).mutex)
                .costs("driver.access")
                .test("guest_state_protected?", thread -> isInTheClear(thread, number),
                        clear -> clear.step("saves registers in the VMSA",
                                thread -> KvmLaunch.save(thread, number)).costs("cpu.rmp"))
                .costs("driver.access")
                .unlock("unlock vcpu->mutex", thread -> thread.kvm.vcpus.get(number).mutex)
                .costs("driver.access"));
    }

    private static boolean isInTheClear(HostThread thread, int number) {
        Vcpu vcpu = thread.kvm.vcpus.get(number);
        thread.succeed();
        return vcpu.online.isSet() && vcpu.encrypted.isClear();
    }
}
