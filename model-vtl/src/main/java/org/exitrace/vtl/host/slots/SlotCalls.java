package org.exitrace.vtl.host.slots;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PagelessSite;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of a guest whose VTLs are loaded by turns: user space answers all of them. */
final class SlotCalls extends HostCalls<SlotVcpu> implements PagelessSite<SlotVcpu> {

    private final List<SlotVcpu> vcpus;
    private final boolean signals;

    SlotCalls(HostSite site, List<SlotVcpu> vcpus) {
        super(site);
        this.vcpus = vcpus;
        signals = design().get(Vmm.SWITCH) != Vmm.DELIVERS_LATE;
    }

    @Override
    public Vtl caller(SlotVcpu vcpu) {
        return vcpu.loaded();
    }

    /** What is not loaded is user space's own, and the thread is the only one that loads. */
    @Override
    public void context(Block<SlotVcpu> code, int vtl, String access,
            Consumer<SlotVcpu> effect) {
        code.step(access + " of vtl" + vtl, effect).costs(VtlCosts.USER_ACCESS);
    }

    /** Under the lock a VTL stays loaded, or not loaded, until its local APIC has the request. */
    @Override
    public void notice(Block<SlotVcpu> code, Vtl target, String request,
            Consumer<SlotVcpu> effect) {
        SlotVcpu vcpu = vcpus.get(target.vp().number());
        String whose = " of vp" + target.vp().number() + " vtl" + target.number();
        code.lock("lock vp" + target.vp().number(), any -> vcpu.lock)
                .costs(VtlCosts.USER_ACCESS)
                .test("is vtl" + target.number() + " loaded?", any -> vcpu.loaded() == target,
                        loaded -> loaded.step("KVM_SIGNAL_MSI: " + request + whose, effect)
                                .costs(VtlCosts.IOCTL),
                        stored -> stored.step("stored " + request + whose, effect)
                                .costs(VtlCosts.USER_ACCESS))
                .costs(VtlCosts.USER_ACCESS)
                .unlock("unlock vp" + target.vp().number(), any -> vcpu.lock)
                .costs(VtlCosts.USER_ACCESS);
        code.when(any -> signals || vcpu.loaded() == target, signal -> signal
                .step("signal the thread of vp" + target.vp().number(), any -> {
                    vcpu.signal.raise();
                    vcpu.kick();
                }).costs(VtlCosts.KICK));
        code.local(any -> target.requested());
    }

    /** In the kernel, which knows one local APIC for each vCPU: that of the VTL that is loaded. */
    @Override
    public void interprocessor(Block<SlotVcpu> code, Vtl target, int vector, boolean shorthand) {
        SlotVcpu vcpu = vcpus.get(target.vp().number());
        code.step("IRR of what is loaded at vp" + target.vp().number(), sender -> {
            vcpu.loaded().lapic.irr.add(vector);
            sender.loaded().reaches(vcpu.loaded());
        }).costs(VtlCosts.ACCESS).step("kick vp" + target.vp().number(), any -> vcpu.kick())
                .costs(VtlCosts.KICK);
    }
}
