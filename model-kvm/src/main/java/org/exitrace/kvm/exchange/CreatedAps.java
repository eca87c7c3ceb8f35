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
import org.exitrace.kvm.apcreation.RequestWait;
import org.exitrace.kvm.apcreation.SnpVcpu;
import org.exitrace.kvm.apcreation.VmsaHoles;
import org.exitrace.kvm.apcreation.VmsaMemory;
import org.exitrace.kvm.design.Kernel;
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
    private final ApLife life;
    private final ApCreationExit exit;

    private CreatedAps(
            ModelBuilder model, Vmsas vmsas, List<SnpVcpu> vcpus, int holes) {
        this.vmsas = vmsas;
        this.vcpus = vcpus;
        Kernel kernel = new Kernel(model.design());
        Optional<VmsaMemory> memory = holes == 0 ? Optional.empty() : Optional.of(
                new VmsaMemory(model.region("gmem"), holes, vmsas.pages().size(),
                        vcpus.size()));
        memory.ifPresent(own -> model.program(model.actor("vmm"), own, own.thread(),
                new VmsaHoles(kernel, vcpus, vmsas.pages()).punch()));
        life = new ApLife(kernel, vcpus, memory);
        exit = new ApCreationExit(kernel, model.design(), vcpus);
    }

    /** The part, if the machine has VMSA pages; the state of APs is set in any machine. */
    static Optional<CreatedAps> in(
            ModelBuilder model, ExchangeBounds bounds, List<SevEsState> states) {
        states.stream().map(state -> state.vcpu).filter(vcpu -> !vcpu.isBsp())
                .forEach(vcpu -> begin(vcpu, bounds.aps()));
        if (bounds.vmsaPages() == 0) {
            return Optional.empty();
        }
        List<VmsaPage> pages = new ArrayList<>();
        for (int i = 0; i < bounds.vmsaPages(); i++) {
            pages.add(new VmsaPage(model.region("vmsa[" + i + "]"), i, bounds.vcpus()));
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
                create(pages.get(number), current.get(number), number);
            }
        }
        return Optional.of(new CreatedAps(model, vmsas, vcpus, bounds.vmsaHoles()));
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
        page.tagged.initially(true);
        page.made.initially(number);
        page.features.initially(VmsaPage.VM_FEATURES);
        vcpu.current.initially(page.number());
    }

    /** What KVM_RUN does for it. */
    ApLife life() {
        return life;
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
