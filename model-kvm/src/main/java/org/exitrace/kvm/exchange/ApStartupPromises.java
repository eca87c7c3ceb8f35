package org.exitrace.kvm.exchange;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.ghcb.cpu.StartedAgain;
import org.exitrace.ghcb.jumptable.JumpTables;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.vcpu.FirstEntry;
import org.exitrace.kvm.vcpu.Vcpu;

/** What is promised to APs that park: docs/ap-boot.md, promises; docs/ghcb.md S-19. */
final class ApStartupPromises {

    private ApStartupPromises() {
    }

    static void ofTable(ModelBuilder model, JumpTables tables) {
        model.never("S-19", "the jump table that is used is not private",
                tables.usedShared::isSet)
                .because("the host would own IP and CS").from("docs/ghcb.md S-19");
        model.never("own-data-stays", "the jump table is written over the guest's own data",
                tables.overwritten::isSet)
                .because("whoever tells the address chooses what is lost")
                .from("docs/ghcb.md g 24");
        model.never("ap-begins", "an AP begins where the operating system did not say",
                tables.beganElsewhere::isSet)
                .because("it executes what stands there").from("docs/ghcb.md g 24");
        model.never("ap-is-guests", "an AP begins where the host says",
                tables.beganAtHosts::isSet)
                .because("the host executes its own choice inside the guest")
                .from("docs/ghcb.md g 24");
    }

    /** Who begins in encrypted state begins where that was measured, whatever a SIPI says. */
    static void ofFirstEntries(ModelBuilder model, List<FirstEntry> entries) {
        model.never("S-11", "an AP begins elsewhere than its measured VMSA says",
                entries, FirstEntry::isElsewhere)
                .because("the host would choose where the guest's code begins")
                .from("docs/ap-boot.md S-11; sev_vcpu_deliver_sipi_vector");
    }

    static void ofSecondStarts(ModelBuilder model, StartedAgain starts) {
        model.never("S-14", "an AP that was started before is sent INIT outside of its hold",
                starts.unheld::isSet)
                .because("nothing that the host can write starts it again,"
                        + " but the result of a hold")
                .from("docs/ap-boot.md S-14; edk2 AmdSev.c");
    }

    static void ofHolds(ModelBuilder model, List<Vcpu> vcpus) {
        model.atRest("lost-wake-up", "no AP stays parked that was sent an INIT",
                () -> vcpus.stream().noneMatch(vcpu -> vcpu.guest.wakeOwed.isSet()
                        && vcpu.mpState.isEither(MpState.AP_RESET_HOLD, MpState.HALTED)))
                .because("nobody sends another INIT").from("docs/ap-boot.md R1, L1");
        model.never("S-13", "a SIPI after an accepted INIT is consumed and nobody is told",
                vcpus, vcpu -> vcpu.sipiLost.isSet())
                .because("it released no hold").from("docs/ap-boot.md S-13 (reading)");
        model.never("S-15", "an AP goes on from its hold on a result of 0",
                vcpus, vcpu -> vcpu.guest.wentOnUnreleased.isSet())
                .because("0 says that something else woke it").from("docs/ap-boot.md S-15");
        model.never("X-3", "a hold in whose course INIT and SIPI were accepted returns 0",
                vcpus, vcpu -> vcpu.guest.resultMissed.isSet())
                .because("the guest has done all that it can").from("docs/ap-boot.md X-3");
    }
}
