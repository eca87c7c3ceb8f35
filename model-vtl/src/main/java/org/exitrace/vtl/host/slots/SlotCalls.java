package org.exitrace.vtl.host.slots;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of a guest whose VTLs are loaded by turns: user space answers all of them. */
final class SlotCalls extends HostCalls<SlotVcpu> {

    private final List<SlotVcpu> vcpus;
    private final boolean signals;
    private final RemoteFlush flush;
    private final MemorySlots slots;

    SlotCalls(HostSite site, List<SlotVcpu> vcpus) {
        super(site);
        this.vcpus = vcpus;
        signals = design().get(Vmm.SWITCH) != Vmm.DELIVERS_LATE;
        flush = new RemoteFlush(vcpus, design().get(FlushDesign.SWITCH));
        slots = site.bounds().pages() == 0 ? null : new MemorySlots(site.model().region("vm"),
                site.bounds(), vcpus, design().get(FaultGuard.SWITCH), flush);
    }

    /** The slots of all address spaces; null in a machine without pages. */
    MemorySlots slots() {
        return slots;
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
    protected void send(Block<SlotVcpu> code, Vtl target, String request,
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
    }

    /** In the kernel, which knows one local APIC for each vCPU: that of the VTL that is loaded. */
    @Override
    public void interprocessor(Block<SlotVcpu> code, Vtl target, int vector, boolean shorthand) {
        SlotVcpu vcpu = vcpus.get(target.vp().number());
        code.step("IRR of what is loaded at vp" + target.vp().number(), sender -> {
            vcpu.loaded().lapic.request(vector);
            sender.loaded().reaches(vcpu.loaded());
        }).costs(VtlCosts.ACCESS).step("kick vp" + target.vp().number(), any -> vcpu.kick())
                .costs(VtlCosts.KICK);
    }

    /** The LDR is that of whatever is loaded. */
    @Override
    public void logical(Block<SlotVcpu> code, Vtl target, long destination, int vector) {
        SlotVcpu vcpu = vcpus.get(target.vp().number());
        code.test("LDR of what is loaded at vp" + target.vp().number(), sender ->
                sender.loaded().names(target, vcpu.loaded(), destination),
                yes -> interprocessor(yes, target, vector, false)).costs(VtlCosts.ACCESS);
    }

    @Override
    public Optional<Vtl> candidate(SlotVcpu sender, Vtl target) {
        return Optional.of(vcpus.get(target.vp().number()).loaded());
    }

    /** The table of masks is user space's own. */
    @Override
    public void partition(Block<SlotVcpu> code, Consumer<Block<SlotVcpu>> inside) {
        code.lock("lock the table of masks", any -> slots.table).costs(VtlCosts.USER_ACCESS);
        inside.accept(code);
        code.unlock("unlock the table of masks", any -> slots.table).costs(VtlCosts.USER_ACCESS);
    }

    @Override
    public void protects(Block<SlotVcpu> code, PageSpan span, Consumer<Block<SlotVcpu>> write) {
        partition(code, inside -> {
            write.accept(inside);
            slots.replace(inside, this, span);
        });
    }

    @Override
    public void flush(
            Block<SlotVcpu> code, int vtl, BiConsumer<SlotVcpu, Vtl> reaches) {
        flush.write(code, this, vtl, reaches);
    }

    @Override
    public void intercept(Block<SlotVcpu> code, Function<SlotVcpu, Vtl> above) {
        code.local(vcpu -> vcpu.crossing.begin(above.apply(vcpu), EntryReason.INTERCEPT));
    }

    /** Before each KVM_RUN the local APICs of all higher VTLs are looked at. */
    @Override
    public void recheck(SlotVcpu vcpu, Vtl told) {
    }
}
