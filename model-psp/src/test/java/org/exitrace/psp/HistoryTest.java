package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

/** Bugs of the driver, of KVM and of firmware that are no matter of a kernel's end, both ways. */
class HistoryTest {

    private static final FirmwareBounds FOUR_PAGES = new FirmwareBounds(1, 1, 1, 1, 2, 4);

    @Test
    void aQuestionThatInitialisesSnpLeavesItOnWhenItsPageIsLost() {
        String[] asks = {"host-setting set=snp-enabled", "host-setting set=pages-in-use",
            "sev_ioctl_do_snp_platform_status page=0"};
        assertThat(broken(usual().with("status-ioctl", "initialises"), asks))
                .containsExactly("snp-left-on");
        assertThat(broken(usual().with("status-ioctl", "leaks-twice"), asks)).isEmpty();
        assertThat(broken(usual(), asks)).isEmpty();
    }

    @Test
    void aQuestionThatInitialisesSnpShutsItDownWhereNothingFails() {
        assertThat(broken(usual().with("status-ioctl", "initialises"),
                "host-setting set=snp-enabled",
                "sev_ioctl_do_snp_platform_status page=0 -> SUCCESS",
                "use-page page=0 -> SUCCESS")).isEmpty();
    }

    @Test
    void aLostPageIsGivenUpOnce() {
        String[] asks = {"host-setting set=snp-enabled", "host-setting set=pages-in-use",
            "sev_platform_init snp=true -> SUCCESS",
            "sev_ioctl_do_snp_platform_status page=0 -> FAIL_INUSE"};
        assertThat(broken(usual().with("status-ioctl", "leaks-twice"), asks))
                .containsExactly("leaked-twice");
        assertThat(broken(usual(), asks)).isEmpty();
    }

    @Test
    void anAttributeIsRemovedBeforeTheMutexIsTaken() {
        assertThat(SnpHosts.broken(removal(usual().with("mitigation-attribute", "under-mutex"))))
                .contains("deadlock");
        assertThat(SnpHosts.broken(removal(usual().with("mitigation-attribute", "before-mutex"))))
                .isEmpty();
    }

    @Test
    void aStoreToTheTableGivesTheHostAContextsPageWhereNothingGuardsIt() {
        assertThat(SnpHosts.broken(stores(usual().with("rmp-guard", "none"))))
                .contains("rmp-stored", "context-page");
        assertThat(SnpHosts.broken(stores(usual()))).isEmpty();
    }

    @Test
    void aStoreToTheTableFaultsOnceSnpIsOn() {
        assertThat(broken(usual(), "host-setting set=snp-enabled", "store-to-rmp page=1 -> SUCCESS",
                "SNP_INIT -> SUCCESS", "store-to-rmp page=1 -> PF")).isEmpty();
    }

    @Test
    void noVirtualCpuRunsWhileItsStateIsEncrypted() {
        assertThat(SnpHosts.broken(finish(usual().with("vcpu-lock", "none"), "KVM_RUN vcpu=0")))
                .containsExactly("kernel-fault");
        assertThat(SnpHosts.broken(finish(usual(), "KVM_RUN vcpu=0 -> SUCCESS"))).isEmpty();
    }

    @Test
    void noVirtualCpuIsPassedByWhileItIsCreated() {
        String creates = "KVM_CREATE_VCPU vcpu=1 page=2 -> SUCCESS";
        assertThat(SnpHosts.broken(finish(usual().with("vcpu-creation", "passed-by"), creates)))
                .containsExactly("vcpu-left-out");
        assertThat(SnpHosts.broken(finish(usual(), creates))).isEmpty();
    }

    private static Hosts finish(Design design, String meanwhile) {
        return new Hosts(FOUR_PAGES).in(design)
                .thread(SnpHosts.active("KVM_CREATE_VCPU vcpu=0 page=1 -> SUCCESS",
                        "write word=0", "snp_launch_finish gctx=0 -> SUCCESS|EBUSY"))
                .thread("await word=0", meanwhile);
    }

    private static Hosts removal(Design design) {
        return new Hosts(FOUR_PAGES).in(design)
                .thread("host-setting set=snp-enabled", "sev_platform_init snp=true -> SUCCESS",
                        "write word=0", "sev_firmware_shutdown -> SUCCESS")
                .thread("await word=0", "verify_mitigation_store -> INVALID_COMMAND|ENODEV");
    }

    private static Hosts stores(Design design) {
        List<String> lines = List.of("host-setting set=snp-enabled",
                "host-setting set=rmp-in-first-page", "SNP_INIT -> SUCCESS",
                "RMPUPDATE page=1 immutable=true -> SUCCESS", "SNP_GCTX_CREATE gctx=1 -> SUCCESS",
                "write word=0");
        return new Hosts(FOUR_PAGES).in(design)
                .thread(lines.toArray(String[]::new))
                .thread("store-to-rmp page=0", "await word=0", "store-to-rmp page=1");
    }

    private static Design usual() {
        return PspMachine.usualDesign();
    }

    private static List<String> broken(Design design, String... lines) {
        return SnpHosts.broken(new Hosts(FOUR_PAGES).in(design).thread(lines));
    }
}
