package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.vmsa.ApsBegin;
import org.exitrace.ghcb.vmsa.VcpuVmsa;
import org.exitrace.ghcb.vmsa.VmsaLookup;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.ghcb.vmsa.VmsaRelease;
import org.exitrace.ghcb.vmsa.Vmsas;
import org.exitrace.kvm.apcreation.ApCreationExit;
import org.exitrace.kvm.apcreation.ApLife;
import org.exitrace.kvm.apcreation.CreatedState;
import org.exitrace.kvm.apcreation.Invalidation;
import org.exitrace.kvm.apcreation.RequestWait;
import org.exitrace.kvm.apcreation.SnpVcpu;
import org.exitrace.kvm.apcreation.VmsaHoles;
import org.exitrace.kvm.apcreation.VmsaMemory;
import org.exitrace.kvm.design.Kernel;
import org.exitrace.kvm.rmp.GuestPages;
import org.exitrace.kvm.rmp.PageTaking;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.Vcpu;
import org.exitrace.kvm.vmgexit.SevEsState;

/** The part of a machine in which an SNP guest creates and destroys virtual CPUs. */
final class CreatedAps {

    /** The questions that it answers. */
    static final List<Switch<?>> SWITCHES = List.of(
            RequestWait.SWITCH, CreatedState.SWITCH, VmsaRelease.SWITCH, VmsaLookup.SWITCH);

    private final List<SnpVcpu> vcpus;
    private final Vmsas vmsas;
    private final Optional<Invalidation> taking;
    private final ApLife life;
    private final ApCreationExit exit;

    private CreatedAps(ModelBuilder model, ExchangeBounds bounds, Vmsas vmsas,
            List<SnpVcpu> vcpus, GuestPages pages) {
        this.vmsas = vmsas;
        this.vcpus = vcpus;
        Kernel kernel = new Kernel(model.design());
        Optional<VmsaMemory> memory = bounds.vmsaHoles() == 0 && bounds.pages() == 0
                ? Optional.empty() : Optional.of(new VmsaMemory(model.region("gmem"),
                        bounds.vmsaHoles(), bounds.memoryPages(), bounds.vcpus()));
        taking = memory.map(
                own -> new Invalidation(kernel, own, vcpus, vmsas.pages(), pages));
        if (bounds.vmsaHoles() > 0) {
            VmsaMemory own = memory.orElseThrow();
            model.program(model.actor("vmm"), own, own.thread(),
                    new VmsaHoles(taking.orElseThrow(),
                            vmsas.pages().subList(0, bounds.vmsaPages()), bounds.vcpus()).punch());
        }
        life = new ApLife(
                kernel, model.design().get(CreatedState.SWITCH), vcpus, memory);
        exit = new ApCreationExit(kernel, model.design(), vcpus);
    }

    /**
     * The part, if the machine has VMSA pages; the state of APs is set in any machine.
     *
     * @param writes whether the host may write into them
     */
    static Optional<CreatedAps> in(ModelBuilder model, ExchangeBounds bounds,
            List<SevEsState> states, Optional<GuestPages> memory, boolean writes) {
        states.stream().map(state -> state.vcpu).filter(vcpu -> !vcpu.isBsp())
                .forEach(vcpu -> begin(vcpu, bounds.aps()));
        if (bounds.vmsaPages() == 0) {
            return Optional.empty();
        }
        GuestPages table = memory.orElseThrow();
        List<VmsaPage> pages = new ArrayList<>();
        for (int i = 0; i < bounds.memoryPages(); i++) {
            pages.add(new VmsaPage(
                    model.region("vmsa[" + i + "]"), table, i, bounds.vcpus(), writes));
        }
        List<VcpuVmsa> current = new ArrayList<>();
        for (int i = 0; i < bounds.vcpus(); i++) {
            current.add(new VcpuVmsa(model.region("vmcb[" + i + "]"), pages.size()));
        }
        Vmsas vmsas = new Vmsas(pages, current,
                states.stream().map(state -> state.vcpu.guest).toList());
        List<SnpVcpu> vcpus = new ArrayList<>();
        for (SevEsState state : states) {
            state.guest.creates(vmsas);
            int number = state.vcpu.number();
            vcpus.add(new SnpVcpu(
                    model.region("snp_vmsa[" + number + "]"), state.vcpu, vmsas,
                    bounds.vmsaHoles()));
            if (bounds.aps() == ApsBegin.CREATED && !state.vcpu.isBsp()) {
                table.beginsAsVmsa(number);
                create(pages.get(number), current.get(number), number);
            }
        }
        table.runFrom(page -> vmsas.inUse(pages.get(page)));
        return Optional.of(new CreatedAps(model, bounds, vmsas, vcpus, table));
    }

    private static void begin(Vcpu vcpu, ApsBegin how) {
        switch (how) {
            case HALTED -> vcpu.mpState.initially(MpState.HALTED);
            case OFF -> {
                vcpu.mpState.initially(MpState.UNINITIALIZED);
                vcpu.receivedFirstSipi.initially(false);
            }
            default -> { }
        }
    }

    private static void create(VmsaPage page, VcpuVmsa vcpu, int number) {
        page.made.initially(number);
        page.features.initially(VmsaPage.VM_FEATURES);
        vcpu.current.initially(page.number());
    }

    /** How the host takes a page that may be a VMSA, where it takes any. */
    Optional<PageTaking> taking() {
        return taking.map(PageTaking.class::cast);
    }

    /** What KVM_RUN does for it. */
    ApLife life() {
        return life;
    }

    /** The pages, and what runs from them. */
    Vmsas vmsas() {
        return vmsas;
    }

    /** Who handles the event. */
    ApCreationExit exit() {
        return exit;
    }

    /** What guest and host promise each other about it. */
    void promise(ModelBuilder model) {
        ApCreationPromises.declare(model, vmsas, vcpus);
    }
}
