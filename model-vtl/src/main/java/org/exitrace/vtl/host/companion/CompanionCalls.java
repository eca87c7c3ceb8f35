package org.exitrace.vtl.host.companion;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.ApicWrite;
import org.exitrace.vtl.call.FlushTlb;
import org.exitrace.vtl.call.HvCall;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.call.SendIpi;
import org.exitrace.vtl.call.TranslateAddress;
import org.exitrace.vtl.design.ApicGroups;
import org.exitrace.vtl.design.FlushDesign;
import org.exitrace.vtl.design.Vmm;
import org.exitrace.vtl.host.HostCalls;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.protocol.companion.Switches;
import org.exitrace.vtl.state.Register;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlCosts;

/** Hypercalls of a guest with a vCPU for each VTL: some in the kernel, some in user space. */
final class CompanionCalls extends HostCalls<VcpuThread> {

    private final Kernel kernel;
    private final Vmm vmm;
    private final int highest;
    private final List<Siblings> vps;
    private final Switches<VcpuThread> switches;
    private final RemoteFlush flush;
    private final Attributes attributes;

    CompanionCalls(HostSite site, Kernel kernel, List<Siblings> vps,
            Switches<VcpuThread> switches) {
        super(site);
        this.kernel = kernel;
        this.vps = vps;
        this.switches = switches;
        vmm = design().get(Vmm.SWITCH);
        highest = site.bounds().vtls() - 1;
        List<VcpuThread> vcpus = vps.stream().flatMap(vp -> vp.threads().stream())
                .filter(thread -> kernel.isOneVm() || thread.vtl().number() < highest).toList();
        flush = new RemoteFlush(vcpus, design().get(FlushDesign.SWITCH));
        attributes = site.bounds().pages() == 0 ? null : new Attributes(
                site.model().region("vm"), site.bounds(), vcpus, flush);
    }

    /** Those of the VM that VTL0 runs in; null in a machine without pages. */
    Attributes attributes() {
        return attributes;
    }

    /** In the kernel. */
    void inKernel(Block<VcpuThread> code) {
        inKernel(code, this::isForKernel);
    }

    /** In user space. */
    void inUserSpace(Block<VcpuThread> code) {
        inUserSpace(code, this::isForKernel);
    }

    private boolean isForKernel(HvCall call) {
        return call instanceof SendIpi || call instanceof ApicWrite || call instanceof FlushTlb
                || kernel.isOneVm() && call instanceof TranslateAddress;
    }

    @Override
    public Vtl caller(VcpuThread thread) {
        return thread.vtl();
    }

    /**
     * An ioctl on the vCPU, whose mutex KVM_RUN holds: it is kicked out of there first. The highest
     * VTL is named by nobody but itself.
     */
    @Override
    public void context(Block<VcpuThread> code, int vtl, String access,
            Consumer<VcpuThread> effect) {
        if (vtl == highest) {
            code.step(access + " of vtl" + vtl, effect).costs(VtlCosts.USER_ACCESS);
            return;
        }
        code.when(thread -> thread.vtl().number() == vtl || vmm == Vmm.READS_COPY,
                own -> own.step(access + " of vtl" + vtl, effect).costs(VtlCosts.USER_ACCESS),
                other -> other
                        .step("signal the thread of vtl" + vtl, thread -> {
                            thread.siblings().threads().get(vtl).signal.raise();
                            thread.siblings().threads().get(vtl).kick();
                        }).costs(VtlCosts.USER_ACCESS)
                        .lock("ioctl: lock vcpu->mutex of vtl" + vtl,
                                thread -> thread.siblings().threads().get(vtl).mutex)
                        .step(access + " of vtl" + vtl, effect).costs(VtlCosts.IOCTL)
                        .unlock("ioctl: unlock vcpu->mutex of vtl" + vtl,
                                thread -> thread.siblings().threads().get(vtl).mutex));
    }

    @Override
    public int read(VcpuThread thread, Vtl target, Register register) {
        VcpuThread other = of(target);
        if (vmm == Vmm.READS_COPY && other != thread) {
            return other.env.of(register).get();
        }
        return register == Register.CR3 ? other.cache.read() : target.register(register).get();
    }

    @Override
    public void written(VcpuThread thread, Vtl target, Register register) {
        int value = target.register(register).get();
        if (register == Register.CR3) {
            of(target).cache.write(value);
        }
        if (target != thread.vtl()) {
            of(target).env.write(register, value);
        }
    }

    /** The handler of one VM reads the other vCPU as it is, and takes no lock of it. */
    @Override
    public void walk(Block<VcpuThread> code, int vtl, Consumer<VcpuThread> effect) {
        if (kernel.isOneVm()) {
            code.step("kvm_hv_translate: CR3 of vtl" + vtl + ", from its cache or the VMCS that is"
                    + " loaded", effect).costs(VtlCosts.ACCESS);
        } else {
            context(code, vtl, "KVM_TRANSLATE", effect);
        }
    }

    @Override
    public int walksFrom(VcpuThread thread, Vtl target) {
        return kernel.isOneVm() ? of(target).cache.readBy(thread.vtl())
                : read(thread, target, Register.CR3);
    }

    @Override
    protected void send(Block<VcpuThread> code, Vtl target, String request,
            Consumer<VcpuThread> effect) {
        code.step(request + " of vp" + target.vp().number() + " vtl" + target.number(), effect)
                .costs(VtlCosts.ACCESS)
                .step("kvm_vcpu_kick", thread -> of(target).wake()).costs(VtlCosts.KICK);
    }

    @Override
    public void interprocessor(Block<VcpuThread> code, Vtl target, int vector,
            boolean shorthand) {
        if (shorthand && isMissed(target)) {
            code.pause(missed(target)).costs(VtlCosts.ACCESS);
        } else {
            super.interprocessor(code, target, vector, shorthand);
        }
    }

    /** With groups there is no logical map, so that logical destinations take the slow path. */
    @Override
    public void logical(Block<VcpuThread> code, Vtl target, long destination, int vector) {
        if (isMissed(target)) {
            code.step(missed(target), thread ->
                    thread.vtl().names(target, target, destination)).costs(VtlCosts.ACCESS);
        } else {
            super.logical(code, target, destination, vector);
        }
    }

    @Override
    public Optional<Vtl> candidate(VcpuThread thread, Vtl target) {
        return isMissed(target) ? Optional.empty() : Optional.of(target);
    }

    /** Whether the slow path as it was posted matches no destination in the VTL of a target. */
    private boolean isMissed(Vtl target) {
        return kernel.isOneVm() && kernel.groups() == ApicGroups.POSTED && target.number() > 0;
    }

    private static String missed(Vtl target) {
        return "kvm_apic_match_dest: vp" + target.vp().number() + " vtl" + target.number()
                + " is of another group";
    }

    @Override
    public void partition(Block<VcpuThread> code, Consumer<Block<VcpuThread>> inside) {
        attributes.locked(code, inside);
    }

    @Override
    public void protects(Block<VcpuThread> code, PageSpan span,
            Consumer<Block<VcpuThread>> write) {
        attributes.set(code, this, span, write);
    }

    @Override
    public void flush(
            Block<VcpuThread> code, int vtl, BiConsumer<VcpuThread, Vtl> reaches) {
        flush.write(code, this, vtl, reaches);
    }

    @Override
    public void intercept(Block<VcpuThread> code, Function<VcpuThread, Vtl> above) {
        code.local(VcpuThread::noteIntercept);
        takeOver(code, above);
    }

    /** In user space: the thread of a VTL stops, and lets that of {@code above} take over. */
    void takeOver(Block<VcpuThread> code, Function<VcpuThread, Vtl> above) {
        code.local(thread -> thread.wants(above.apply(thread))).call(switches.intercept());
    }

    @Override
    public void recheck(VcpuThread thread, Vtl told) {
    }

    private VcpuThread of(Vtl vtl) {
        return vps.get(vtl.vp().number()).threads().get(vtl.number());
    }
}
