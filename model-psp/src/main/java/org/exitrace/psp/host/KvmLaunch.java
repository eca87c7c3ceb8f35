package org.exitrace.psp.host;

import java.util.function.BiConsumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.design.VcpuCreation;
import org.exitrace.psp.design.VcpuLock;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.PageType;

/**
 * How KVM ends the launch of an SNP guest: each virtual CPU's state becomes an encrypted page of
 * the guest, then the guest runs.
 */
public final class KvmLaunch {

    private static final String FINISH = "sev.c snp_launch_finish, snp_launch_update_vmsa";

    private final Driver driver;
    private final Design design;

    /** KVM with that driver, in that design. */
    public KvmLaunch(Driver driver, Design design) {
        this.driver = driver;
        this.design = design;
    }

    /** LAUNCH_FINISH of the guest whose context is in page {@code gctx}. */
    public Routine<HostThread> finish(int gctx) {
        return Routine.named("snp_launch_finish", FINISH, code -> code
                .lock("lock kvm->lock", thread -> thread.kvm.lock).costs("driver.access")
                .call(finishLocked(gctx))
                .unlock("unlock kvm->lock", thread -> thread.kvm.lock)
                .costs("driver.access"));
    }

    private Routine<HostThread> finishLocked(int gctx) {
        return Routine.named("snp_launch_finish", FINISH, code -> {
            if (design.get(VcpuCreation.SWITCH) == VcpuCreation.REFUSED) {
                code.test("created_vcpus != online_vcpus?", KvmLaunch::isCreating, busy -> busy
                        .local(thread -> thread.result.become(HostThread.EBUSY)).done())
                        .costs("driver.access");
            }
            eachLocked(code, (online, vcpu) -> online
                    .lock("lock vcpu->mutex of " + vcpu, thread -> thread.kvm.vcpus.get(vcpu).mutex)
                    .costs("driver.access"));
            code.call(encryptAll(gctx));
            eachLocked(code, (online, vcpu) -> online
                    .unlock("unlock vcpu->mutex of " + vcpu,
                            thread -> thread.kvm.vcpus.get(vcpu).mutex)
                    .costs("driver.access"));
        });
    }

    private void eachLocked(
            Block<HostThread> code, BiConsumer<Block<HostThread>, Integer> does) {
        if (design.get(VcpuLock.SWITCH) == VcpuLock.ALL) {
            each(code, does);
        }
    }

    /** {@code kvm_for_each_vcpu}: those that are online, which {@code kvm->lock} keeps. */
    private static void each(
            Block<HostThread> code, BiConsumer<Block<HostThread>, Integer> does) {
        for (int i = 0; i < Kvm.VCPUS; i++) {
            int vcpu = i;
            code.when(thread -> thread.kvm.vcpus.get(vcpu).online.isSet(),
                    online -> does.accept(online, vcpu));
        }
    }

    private static boolean isCreating(HostThread thread) {
        return thread.kvm.vcpus.stream().anyMatch(
                vcpu -> vcpu.created.isSet() && vcpu.online.isClear());
    }

    private Routine<HostThread> encryptAll(int gctx) {
        return Routine.named("snp_launch_update_vmsa", FINISH, code -> {
            each(code, (online, vcpu) -> encrypt(online, vcpu, gctx));
            code.call(driver.give(CommandId.SNP_LAUNCH_FINISH,
                            thread -> thread.mailbox.buffer.snp.gctx.become(gctx)))
                    .when(HostThread::succeeded, done -> done.local(KvmLaunch::note));
        });
    }

    private void encrypt(Block<HostThread> code, int vcpu, int gctx) {
        code.step("sev_es_sync_vmsa of " + vcpu, thread -> save(thread, vcpu)).costs("cpu.rmp")
                .step("RMPUPDATE: the VMSA of " + vcpu + " is the guest's",
                        thread -> give(thread, vcpu, gctx)).costs("cpu.rmp")
                .call(driver.give(CommandId.SNP_LAUNCH_UPDATE, thread -> {
                    thread.mailbox.buffer.page.become(thread.kvm.vcpus.get(vcpu).page.get());
                    thread.mailbox.buffer.snp.gctx.become(gctx);
                    thread.mailbox.buffer.snp.type.become(PageType.VMSA);
                }))
                .when(thread -> !thread.succeeded(), failed -> failed.done())
                .step("guest_state_protected of " + vcpu,
                        thread -> thread.kvm.vcpus.get(vcpu).encrypted.raise())
                .costs("driver.access");
    }

    /** The kernel writes the registers of a virtual CPU into its VMSA. */
    static void save(HostThread thread, int vcpu) {
        int page = thread.kvm.vcpus.get(vcpu).page.get();
        OwnMemory.write(thread, RmpInstructions.write(thread.machine, page));
    }

    private static void give(HostThread thread, int vcpu, int gctx) {
        RmpInstructions.update(thread.machine, new RmpInstructions.Update(
                thread.kvm.vcpus.get(vcpu).page.get(), false, true,
                thread.machine.contexts.get(gctx).asid.get(), vcpu + 1, true));
    }

    private static void note(HostThread thread) {
        thread.kvm.vcpus.forEach(vcpu -> vcpu.leftOut.become(
                vcpu.created.isSet() && vcpu.encrypted.isClear()));
    }
}
