package org.exitrace.kvm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that write into VMSAs which were launched: docs/ghcb.md S-30. */
class VmsaWritesTest {

    private static final String ES = "vcpus=1 vmsa-writes=true adversary=1";
    private static final String SNP =
            "vcpus=2 snp=true vmsa-pages=2 aps=created vmsa-writes=true adversary=";

    private static Exchanged woken(String... switches) {
        return new Exchanged("vcpus=2 vmsa-writes=true")
                .with("sipi-hook=latched", "hold-with-events=parks-for-init")
                .with(switches)
                .does("await word=0", "icr-write mode=INIT to=1", "icr-write mode=SIPI to=1")
                .does("write word=0", "ap-reset-hold form=msr", "write word=1");
    }

    @ParameterizedTest
    @CsvSource({"p-7.3, KVM_EXIT_SHUTDOWN", "p-6.17, KVM_EXIT_SHUTDOWN", "p-2021, EINVAL"})
    void aVirtualCpuWhoseVmsaTheHostHasWrittenNeverRunsAgain(String kernel, String returned) {
        assertThat(woken("vmsa-at-reset=written", "kernel=" + kernel).rest())
                .containsEntry("sev_es[1].returned", returned)
                .containsEntry("memory.words", "{0}")
                .containsEntry("launched_vmsa[1].written_by_host", "1");
    }

    @Test
    void aResetThatLeavesTheVmsaAloneLetsTheApGoOn() {
        assertThat(woken().rest()).containsEntry("memory.words", "{0,1}")
                .containsEntry("sev_es[1].returned", "NONE");
    }

    @Test
    void withoutTheIntegrityCheckTheApRunsFromWhatTheHostWrote() {
        assertThat(woken("vmsa-at-reset=written", "vmsa-guard=none").rest())
                .containsEntry("memory.words", "{0,1}")
                .containsEntry("launched_vmsa[1].ran_written", "1");
    }

    @Test
    void oneWriteEndsAnSevEsGuestAndNeverRuns() {
        assertThat(broken(new Exchanged(ES).does("VMGEXIT"))).containsExactly("vmsa-unwritten");
        assertThat(broken(new Exchanged(ES).with("vmsa-guard=none").does("VMGEXIT")))
                .containsExactlyInAnyOrder("S-30", "vmsa-unwritten");
    }

    @Test
    void aPageOfAnSnpGuestHasToBeTakenBeforeItIsWritten() {
        assertThat(broken(new Exchanged(SNP + "1"))).containsExactly("vmexit-invalid");
        assertThat(broken(new Exchanged(SNP + "1").with("vmsa-guard=none")))
                .containsExactlyInAnyOrder("vmexit-invalid", "S-30", "vmsa-unwritten");
    }

    private static List<String> broken(Exchanged machine) {
        return machine.explore().broken().stream()
                .map(verdict -> verdict.property().id()).toList();
    }
}
