package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.design.Design;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

/** What a kernel leaves behind when it ends by kexec or in a panic, repaired and not. */
class KernelEndTest {

    private static final FirmwareBounds NO_PAGES = new FirmwareBounds(1, 1, 1, 1, 1, 0);
    private static final FirmwareBounds FOUR_PAGES = new FirmwareBounds(1, 1, 1, 1, 1, 4);

    @Test
    void aNotifierThatUnregistersItselfInAPanicWaitsForEver() {
        String[] panics = snp("panic", "sev_platform_init snp=true -> SUCCESS");
        assertThat(broken(usual().with("panic-notifier", "snp"), NO_PAGES, panics))
                .contains("deadlock", "script-host0-returns");
        assertThat(broken(usual(), NO_PAGES, panics)).isEmpty();
    }

    @Test
    void aNotifierOfTheModuleRunsWithoutSnp() {
        String[] panics = {"sev_platform_init -> SUCCESS", "panic"};
        assertThat(broken(usual().with("panic-notifier", "module"), NO_PAGES, panics))
                .containsExactly("panic-without-snp");
        assertThat(broken(usual(), NO_PAGES, panics)).isEmpty();
    }

    @Test
    void aPanicShutsSnpDownSoThatTheNextKernelCanInitialiseIt() {
        assertThat(broken(usual().with("kdump-init", "given"), NO_PAGES,
                snp("panic", "sev_platform_init snp=true -> SUCCESS", "sev_firmware_shutdown")))
                .isEmpty();
    }

    @Test
    void aPanicBetweenNewKeysAndTheirFileLeavesOldOnesInIt() {
        String[] first = {"sev_platform_init key-file=true -> SUCCESS", "write word=0", "PEK_GEN"};
        assertThat(SnpHosts.broken(new Hosts(NO_PAGES).thread(first)
                .thread("await word=0", "panic"))).containsExactly("key-file-in-step");
        assertThat(SnpHosts.broken(new Hosts(NO_PAGES).thread(first)
                .thread("await word=0", "PDH_GEN"))).isEmpty();
    }

    @Test
    void aCrashKernelMeetsSnpWherePanicFindsTheMutexTaken() {
        assertThat(SnpHosts.broken(busy(usual().with("kdump-init", "given"))))
                .contains("init-refused", "one-command");
        assertThat(SnpHosts.broken(busy(usual()))).isEmpty();
    }

    @Test
    void thePageOfTheIommuFaultsUnlessItIsGivenBack() {
        String[] uses = logs("sev_firmware_shutdown -> SUCCESS", "kexec", "use-page page=2",
                "use-page page=0 -> SUCCESS");
        for (String pages : List.of("left", "hypervisor")) {
            assertThat(broken(usual().with("iommu-pages", pages), FOUR_PAGES, uses))
                    .containsExactly("kernel-fault");
        }
        assertThat(broken(usual(), FOUR_PAGES, uses)).isEmpty();
    }

    @Test
    void aWrongCountEndsWithTheNextSnpInit() {
        assertThat(broken(usual().with("iommu-pages", "hypervisor"), FOUR_PAGES,
                logs("sev_firmware_shutdown -> SUCCESS", "kexec", "host-setting clear=iommu-logs",
                        "sev_platform_init snp=true -> SUCCESS", "use-page page=2 -> SUCCESS")))
                .isEmpty();
    }

    @Test
    void memoryBesideTheTableFaultsUnlessItIsReserved() {
        String[] uses = {"host-setting set=snp-enabled", "host-setting set=rmp-in-first-page",
            "sev_platform_init snp=true -> SUCCESS", "use-page page=2 -> SUCCESS",
            "use-page page=1 -> PF|RESERVED"};
        assertThat(broken(usual().with("rmp-rest", "used"), FOUR_PAGES, uses))
                .containsExactly("kernel-fault");
        assertThat(broken(usual(), FOUR_PAGES, uses)).isEmpty();
    }

    @Test
    void theNextKernelKnowsNothingOfAPlatformThatNobodyShutDown() {
        assertThat(broken(usual(), NO_PAGES,
                snp("kexec", "sev_platform_init snp=true -> INVALID_PLATFORM_STATE")))
                .containsExactly("init-refused", "driver-in-step");
    }

    private static Hosts busy(Design design) {
        return new Hosts(NO_PAGES).in(design)
                .thread(snp("write word=0", "PLATFORM_STATUS"))
                .thread("await word=0", "panic", "sev_platform_init snp=true");
    }

    private static Design usual() {
        return PspMachine.usualDesign();
    }

    private static String[] snp(String... lines) {
        return Stream.concat(Stream.of("host-setting set=snp-enabled",
                "sev_platform_init snp=true -> SUCCESS"), Stream.of(lines)).toArray(String[]::new);
    }

    private static String[] logs(String... lines) {
        return Stream.concat(Stream.of("host-setting set=iommu-logs"),
                Stream.of(snp(lines))).toArray(String[]::new);
    }

    private static List<String> broken(Design design, FirmwareBounds bounds, String... lines) {
        return SnpHosts.broken(new Hosts(bounds).in(design).thread(lines));
    }
}
