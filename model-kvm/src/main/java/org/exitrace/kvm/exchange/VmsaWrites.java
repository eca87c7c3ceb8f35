package org.exitrace.kvm.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.adversary.Misbehaviour;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.ghcb.vmsa.LaunchedVmsa;
import org.exitrace.ghcb.vmsa.VmsaGuard;
import org.exitrace.ghcb.vmsa.VmsaPage;
import org.exitrace.ghcb.vmsa.Vmsas;
import org.exitrace.kvm.apcreation.VmsaAtReset;
import org.exitrace.kvm.apcreation.WrittenVmsas;
import org.exitrace.kvm.rmp.GuestPages;
import org.exitrace.kvm.run.ProtectedState;
import org.exitrace.kvm.vmgexit.SevEsState;

/** The part of a machine whose host may write into VMSAs that were launched. */
final class VmsaWrites {

    /** The questions that it answers. */
    static final List<Switch<?>> SWITCHES = List.of(VmsaGuard.SWITCH, VmsaAtReset.SWITCH);

    private static final String SOURCE = "docs/ghcb.md S-30";

    private final List<LaunchedVmsa> launched = new ArrayList<>();
    private final Vmsas vmsas;
    private final Optional<GuestPages> memory;
    private final WrittenVmsas written;

    /** The part of a machine with those {@code states}, and pages of VMSAs if it has any. */
    VmsaWrites(ModelBuilder model, List<SevEsState> states, Optional<CreatedAps> created,
            Optional<GuestPages> memory) {
        this.memory = memory;
        vmsas = created.map(CreatedAps::vmsas).orElse(Vmsas.NONE);
        for (SevEsState state : states) {
            launched.add(new LaunchedVmsa(
                    model.region("launched_vmsa[" + state.vcpu.number() + "]")));
        }
        written = new WrittenVmsas(model.design(), states, launched, vmsas,
                created.map(CreatedAps::life));
    }

    /** What KVM_RUN does for it, and for virtual CPUs that the guest creates. */
    ProtectedState state() {
        return written;
    }

    /** What a hostile host can do to VMSAs. */
    List<Misbehaviour> misbehaviours() {
        List<Misbehaviour> all = new ArrayList<>();
        for (int i = 0; i < launched.size(); i++) {
            int vcpu = i;
            all.add(new Misbehaviour("writes into the VMSA of vcpu" + vcpu, SOURCE,
                    () -> written.canWrite(vcpu), launched.get(vcpu).written::raise));
        }
        for (VmsaPage page : vmsas.pages()) {
            int number = page.number();
            all.add(new Misbehaviour("writes into VMSA page " + number, SOURCE,
                    () -> written.canWritePage(number),
                    page.written.orElseThrow()::raise));
            memory.ifPresent(pages -> all.add(new Misbehaviour(
                    "RMPUPDATE: takes VMSA page " + number, SOURCE,
                    () -> pages.isVmsa(number) && !vmsas.inUse(page),
                    () -> pages.release(number))));
        }
        return all;
    }

    /** What is promised of VMSAs. */
    void promise(ModelBuilder model) {
        model.never("S-30", "a virtual CPU executes guest code from a VMSA that the host wrote",
                launched, vmsa -> vmsa.ranWritten.isSet())
                .because("the host would choose its registers; VMRUN has to end in SHUTDOWN")
                .from(SOURCE + ", KVM list, December 2020");
        model.never("vmsa-unwritten", "the host writes into a VMSA that was launched",
                this::isAnyWritten)
                .because("the virtual CPU never runs again").from(SOURCE);
    }

    private boolean isAnyWritten() {
        return launched.stream().anyMatch(vmsa -> vmsa.written.isSet())
                || vmsas.pages().stream().anyMatch(page -> page.isVmsa()
                        && page.written.filter(FlagCell::isSet).isPresent());
    }
}
