package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

/** What is left behind by platform commands; what they answer stands in platform.tsv. */
class PlatformTest {

    private static final FirmwareBounds BOUNDS = new FirmwareBounds(2, 1, 2, 3, 2, 2);
    private static final String FLUSHED = "wbinvd-on-all-cpus; SNP_DF_FLUSH -> SUCCESS; ";
    private static final String FILE = "sev_platform_init key-file=true -> SUCCESS; ";
    private static final String SNP =
            "host-setting set=snp-enabled; SNP_INIT -> SUCCESS; " + FLUSHED;

    @Test
    void initLeavesKeysAndDirtyAsidsBehindWhenTheMemoryForEncryptedStateIsRefused() {
        assertThat(after("INIT; wbinvd-on-all-cpus; DF_FLUSH -> SUCCESS; SHUTDOWN;"
                        + " stored-keys become=empty; INIT es=true tmr-size=2 -> INVALID_LENGTH",
                "platform.sev.state", "platform.pek", "flash.content", "flash.pek", "asid[1].ccx0"))
                .containsExactly("UNINIT", "0", "KEYS", "3", "DIRTY");
    }

    @Test
    void initErasesKeysThatItCannotUnwrapAndMakesNewOnesTheNextTime() {
        assertThat(after("INIT; SHUTDOWN; stored-keys become=corrupt;"
                + " INIT -> SECURE_DATA_INVALID", "flash.content")).containsExactly("EMPTY");
        assertThat(after("INIT; SHUTDOWN; stored-keys become=corrupt;"
                + " INIT -> SECURE_DATA_INVALID; INIT -> SUCCESS", "platform.pek"))
                .containsExactly("3");
    }

    @Test
    void keysOutliveAShutdownAndNotAReset() {
        assertThat(after("INIT; SHUTDOWN; INIT", "platform.pek")).containsExactly("1");
        assertThat(after("INIT; SHUTDOWN; PLATFORM_RESET; INIT", "platform.pek"))
                .containsExactly("3");
        assertThat(after("INIT_EX nv=outside; SHUTDOWN; PLATFORM_RESET; INIT_EX nv=outside",
                "platform.pek")).containsExactly("1");
    }

    @Test
    void theDriverWritesTheFileBehindEachCommandThatChangesKeys() {
        assertThat(after(FILE, "driver.init_ex_path.content", "driver.init_ex_path.pek",
                "flash.content"))
                .containsExactly("KEYS", "1", "EMPTY");
        assertThat(after(FILE + "PEK_GEN", "driver.init_ex_path.pek", "driver.init_ex_path.pdh"))
                .containsExactly("3", "4");
        assertThat(after(FILE + "PDH_GEN; PEK_CERT_IMPORT", "driver.init_ex_path.pek",
                "driver.init_ex_path.pdh", "driver.init_ex_path.external"))
                .containsExactly("1", "4", "1");
        assertThat(after(FILE + "LAUNCH_START; PEK_GEN -> INVALID_PLATFORM_STATE",
                "driver.init_ex_path.pek")).containsExactly("1");
    }

    @Test
    void keysInAFileOutliveTheMemoryAndAReset() {
        String again = FILE + "sev_platform_shutdown -> SUCCESS; stored-keys in=memory"
                + " become=empty; ";
        assertThat(after(again + FILE, "platform.pek")).containsExactly("1");
        assertThat(after(again + "stored-keys in=file become=empty; " + FILE, "platform.pek"))
                .containsExactly("3");
        assertThat(after(FILE + "SHUTDOWN; PLATFORM_RESET; INIT_EX nv=outside",
                "platform.pek", "driver.init_ex_path.pek")).containsExactly("1", "1");
    }

    @Test
    void aBrokenFileIsReplacedByTheSecondInitEx() {
        assertThat(after("stored-keys in=file become=corrupt; " + FILE,
                "driver.init_ex_path.content", "driver.init_ex_path.pek", "key_memory.erased"))
                .containsExactly("KEYS", "1", "1");
    }

    @Test
    void aDriverThatWasToldOfNoFileWritesNone() {
        assertThat(after("INIT_EX nv=outside; PEK_GEN", "driver.init_ex_path.content"))
                .containsExactly("EMPTY");
    }

    @Test
    void keysStayWhereNewOnesCannotBeSaved() {
        assertThat(after("INIT; host-setting set=save-fails; PEK_GEN -> HARDWARE_PLATFORM",
                "platform.pek", "platform.pdh", "flash.content"))
                .containsExactly("1", "2", "EMPTY");
        assertThat(after("INIT; host-setting set=save-fails;"
                        + " PEK_CERT_IMPORT -> HARDWARE_PLATFORM",
                "platform.external", "platform.pdh")).containsExactly("0", "2");
    }

    @Test
    void theFirstFlushThatSucceedsArmsTheMemoryForEncryptedState() {
        assertThat(after("INIT es=true; DF_FLUSH -> WBINVD_REQUIRED", "platform.tmr"))
                .containsExactly("RESERVED");
        assertThat(after("INIT es=true; wbinvd-on-all-cpus; DF_FLUSH", "platform.tmr"))
                .containsExactly("ARMED");
    }

    @Test
    void theDriverNamesMemoryForEncryptedStateThatInitTakes() {
        assertThat(after("sev_platform_init es=true -> SUCCESS", "platform.tmr"))
                .containsExactly("ARMED");
    }

    @Test
    void initLeavesAsidsAloneWhileSnpIsOn() {
        assertThat(after(SNP + "INIT", "asid[1].ccx0", "ccx[0].WBINVD_DONE"))
                .containsExactly("CLEAN", "{0}");
    }

    @Test
    void shutdownTakesAsidsFromSevGuestsAlone() {
        assertThat(after(SNP + "INIT; LAUNCH_START; ACTIVATE asid=2; LAUNCH_MEASURE;"
                        + " LAUNCH_FINISH; SHUTDOWN", "asid[2].ccx0", "asid[3].ccx0",
                "ccx[0].asid_valid", "platform.guest_count", "platform.sev.state"))
                .containsExactly("DIRTY", "CLEAN", "{}", "0", "UNINIT");
    }

    @Test
    void snpInitFillsTheTableAndLeavesAListedRangeToTheHost() {
        assertThat(after("host-setting set=snp-enabled; host-setting set=iommu-logs;"
                        + " SNP_INIT_EX ranges=0", "page[0].rmp.immutable", "page[0].rmp.assigned",
                "page[1].rmp.tag", "platform.rmp_access", "platform.rmp_initialized"))
                .containsExactly("1", "0", "2", "READ_WRITE", "1");
    }

    @Test
    void aRefusedSnpInitLeavesTheTableUnguarded() {
        assertThat(after("host-setting set=snp-enabled; host-setting set=hsave-set;"
                        + " SNP_INIT -> INVALID_CONFIG",
                "platform.rmp_access", "platform.snp.state", "platform.rmp_initialized"))
                .containsExactly("UNGUARDED", "UNINIT", "0");
    }

    @Test
    void snpShutdownEndsTheStateBeforeItFails() {
        assertThat(after(SNP + "host-setting set=x86-shutdown-fails;"
                        + " SNP_SHUTDOWN_EX iommu=true x86=true -> SHUTDOWN_INCOMPLETE",
                "platform.snp.state", "platform.rmp_initialized")).containsExactly("UNINIT", "1");
    }

    @Test
    void onlyAShutdownOfTheIommuEndsTheTable() {
        assertThat(after(SNP + "SNP_SHUTDOWN", "platform.rmp_initialized", "platform.rmp_access"))
                .containsExactly("1", "READ_WRITE");
        assertThat(after("host-setting set=iommu-logs; " + SNP + "SNP_SHUTDOWN_EX iommu=true",
                "platform.rmp_initialized", "page[1].rmp.assigned", "page[1].rmp.immutable",
                "platform.iommu_enforces")).containsExactly("0", "1", "0", "0");
    }

    @Test
    void anUpdateWithoutWayBackLeavesNothingButAnUpdate() {
        assertThat(after("host-setting set=rollback-fails;"
                + " SNP_DOWNLOAD_FIRMWARE_EX flaw=rollback -> HARDWARE_UNSAFE;"
                + " NOP -> INVALID_COMMAND; INIT -> INVALID_COMMAND;"
                + " SNP_DOWNLOAD_FIRMWARE_EX version=2; NOP", "platform.version.current",
                "platform.version.committed")).containsExactly("2", "1");
    }

    @Test
    void aCommandInRingModeIsDroppedAndEndsIt() {
        assertThat(after("INIT; RING_BUFFER; SHUTDOWN -> RB_MODE_EXITED; NOP",
                "platform.sev.state", "platform.ring")).containsExactly("INIT", "0");
    }

    @Test
    void aVlekAndAConfiguredTcbLastAsLongAsTheyMust() {
        assertThat(after(SNP + "SNP_VLEK_LOAD tcb=1; SNP_SHUTDOWN", "platform.version.vlek"))
                .containsExactly("0");
        assertThat(after("DOWNLOAD_FIRMWARE version=3; SNP_CONFIG tcb=2; SNP_COMMIT",
                "platform.version.configured")).containsExactly("0");
    }

    @Test
    void statusTellsTheStateAndInUninitNothingElse() {
        assertThat(after("INIT es=true; PEK_CERT_IMPORT; LAUNCH_START; PLATFORM_STATUS",
                "host0.answer")).containsExactly("0x30102");
        assertThat(after("INIT es=true; PEK_CERT_IMPORT; LAUNCH_START; SHUTDOWN; PLATFORM_STATUS",
                "host0.answer")).containsExactly("0x0");
        assertThat(after(SNP + "SNP_DOWNLOAD_FIRMWARE_EX version=2; SNP_PLATFORM_STATUS",
                "host0.answer")).containsExactly("0x101010201");
    }

    @Test
    void whoseBufferIsTooShortIsToldTheLengthItNeeds() {
        assertThat(after("INIT; PEK_CSR flaw=length -> INVALID_LENGTH", "host0.answer"))
                .containsExactly("0x824");
        assertThat(after("INIT; PDH_CERT_EXPORT flaw=length -> INVALID_LENGTH", "host0.answer"))
                .as("one certificate, and a chain of three").containsExactly("0x186c00000824");
        assertThat(after("GET_ID flaw=length -> INVALID_LENGTH", "host0.answer"))
                .containsExactly("0x40");
    }

    @Test
    void bothMachinesKeepTheirPromisesHoweverTheyAreMixed() {
        String either = " -> SUCCESS|INVALID_PLATFORM_STATE";
        ExplorationResult result = new Exploration(new Hosts(BOUNDS)
                .thread("host-setting set=snp-enabled", "SNP_INIT" + either, "wbinvd-on-all-cpus",
                        "SNP_DF_FLUSH", "SNP_SHUTDOWN_EX iommu=true" + either)
                .thread("INIT es=true tmr-size=2" + either + "|INVALID_LENGTH",
                        "LAUNCH_START" + either, "SHUTDOWN").model()).go();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.broken().stream().map(verdict -> verdict.property().id()))
                .containsExactly();
    }

    private static List<String> after(String script, String... cells) {
        List<String> lines = new ArrayList<>();
        for (String line : script.trim().split("; *")) {
            boolean command = Character.isUpperCase(line.charAt(0));
            lines.add(line.contains(" -> ") || !command ? line : line + " -> SUCCESS");
        }
        Model model = new Hosts(BOUNDS).thread(lines.toArray(String[]::new)).model();
        assertThat(new Run(model, enabled -> enabled.get(0)).goOnWhenBroken().go().end())
                .isEqualTo(RunEnd.AT_REST);
        long[] state = model.frame().snapshot();
        List<String> found = new ArrayList<>();
        for (String cell : cells) {
            found.add(model.layout().find(cell).orElseThrow().renderIn(state));
        }
        return found;
    }
}
