package org.exitrace.vtl.host.mmu;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.CallSite;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.design.FaultGuard;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.PageExits;
import org.exitrace.vtl.host.PageFault;
import org.exitrace.vtl.host.RemoteFlush;
import org.exitrace.vtl.state.PageRights;
import org.exitrace.vtl.state.VtlCosts;

/**
 * KVM_SET_MEMORY_ATTRIBUTES, and the faults that go by what it has set. An invalidation begins
 * before the attributes change and ends behind that; a fault that has read attributes before the
 * end is not filled in. The order is that of {@code kvm_vm_set_mem_attributes} and
 * {@code kvm_tdp_page_fault} (from memory): docs/vtl.md d.2.
 *
 * @param <S> a thread in KVM_RUN
 */
public final class KvmMmu<S extends MmuThread> {

    private final MmuLocks locks;
    private final PageRights tables;
    private final List<S> vcpus;
    private final Attributes<S> attributes;
    private final RemoteFlush flush;
    private final boolean guarded;

    /** That of the {@code struct kvm} whose vCPUs are {@code vcpus}. */
    public KvmMmu(HostSite site, List<S> vcpus, Attributes<S> attributes, RemoteFlush flush) {
        ModelBuilder model = site.model();
        locks = new MmuLocks(model.region("kvm"), site.bounds().pages());
        tables = PageRights.none(model.region("mmu"), "spte", site.bounds(),
                site.guest().memory.roles());
        this.vcpus = vcpus;
        this.attributes = attributes;
        this.flush = flush;
        guarded = model.design().get(FaultGuard.SWITCH).covers();
        site.guest().memory.mapsBy(tables);
    }

    /** The ioctl, for one VTL after the other; {@code settled} is what it does before its end. */
    public void set(
            Block<S> code, CallSite<S> site, PageSpan span, Consumer<Block<S>> settled) {
        for (int i = span.lowest(); i < span.above(); i++) {
            int vtl = i;
            code.lock("KVM_SET_MEMORY_ATTRIBUTES of vtl" + vtl + ": lock slots_lock",
                            any -> locks.slots).costs(VtlCosts.IOCTL)
                    .lock("lock mmu_lock", any -> locks.mmu).costs(VtlCosts.ACCESS)
                    .step("mmu_invalidate_begin", any -> locks.begin(span))
                    .costs(VtlCosts.ACCESS)
                    .step("zap the pages of vtl" + vtl,
                            any -> tables.zap(vtl, span.first(), span.count()))
                    .costs(VtlCosts.ACCESS);
            flush.write(code, site, vtl + 1);
            code.unlock("unlock mmu_lock", any -> locks.mmu);
            attributes.write(code, vtl, span);
            code.lock("lock mmu_lock", any -> locks.mmu).costs(VtlCosts.ACCESS)
                    .step("mmu_invalidate_end", any -> {
                        locks.end();
                        vcpus.forEach(vcpu -> vcpu.fault().moves());
                    }).costs(VtlCosts.ACCESS)
                    .unlock("unlock mmu_lock", any -> locks.mmu);
            settled.accept(code);
            code.unlock("unlock slots_lock", any -> locks.slots);
        }
    }

    /** Answers a violation: the guest tries again, unless the attributes say {@code refused}. */
    public void fault(Block<S> code, Consumer<Block<S>> refused) {
        code.step("read mmu_invalidate_seq", vcpu -> vcpu.fault().begins())
                .costs(VtlCosts.ACCESS);
        attributes.read(code);
        code.when(vcpu -> vcpu.fault().found.allows(vcpu.vtl()), this::fill,
                no -> refused.accept(no.local(vcpu -> vcpu.fault().ends())));
    }

    private void fill(Block<S> code) {
        code.test("mmu_invalidate_retry, not locked?", this::isLate, KvmMmu::retries, map -> map
                .lock("lock mmu_lock", any -> locks.mmu).costs(VtlCosts.ACCESS)
                .test("mmu_invalidate_retry?", this::isLate, KvmMmu::retries, now -> now
                        .step("map the page", vcpu -> {
                            vcpu.fault().found.fills(tables, vcpu.vtl());
                            vcpu.fault().ends();
                        }).costs(VtlCosts.ACCESS)).costs(VtlCosts.ACCESS)
                .unlock("unlock mmu_lock", any -> locks.mmu))
                .costs(VtlCosts.ACCESS);
    }

    private static <T extends MmuThread> void retries(Block<T> code) {
        code.local(vcpu -> {
            vcpu.fault().ends();
            PageFault.retries(vcpu.vtl());
        });
    }

    /** Whether an invalidation of the page is under way, or one has ended since the fault began. */
    private boolean isLate(S vcpu) {
        return guarded && (vcpu.fault().isPast()
                || locks.isInvalidated(vcpu.vtl().view().faultPage.get()));
    }

    /** Carries out an instruction by the emulator of the kernel, unless it asks and is refused. */
    public void emulate(Block<S> code, PageExits<S> exits, Consumer<Block<S>> refused) {
        if (!exits.emulatorAsks()) {
            read(code);
            return;
        }
        attributes.read(code);
        code.when(vcpu -> vcpu.fault().found.allows(vcpu.vtl()),
                yes -> read(yes.local(vcpu -> vcpu.fault().ends())),
                no -> refused.accept(no.local(vcpu -> vcpu.fault().ends())));
    }

    private void read(Block<S> code) {
        code.step("emulate the instruction", vcpu -> {
            PageExits.carryOut(vcpu.vtl());
            vcpu.vtl().exit.clear();
        }).costs(VtlCosts.ACCESS);
    }
}
