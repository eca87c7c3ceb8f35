package org.exitrace.psp.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.psp.PspMachine;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.HostFaults;
import org.junit.jupiter.api.Test;

class HostOperationsTest {

    @Test
    void tellOfEachCommandOnlyWhatItCanGive() {
        assertThat(results("DF_FLUSH")).containsExactly("SUCCESS", "WBINVD_REQUIRED",
                "INVALID_COMMAND", "RB_MODE_EXITED", "EBUSY", "ETIMEDOUT");
        assertThat(results("PLATFORM_STATUS")).contains("COMMAND_BUFFER_PAGE_STATE");
        assertThat(results("ACTIVATE")).contains("ASID_OWNED").doesNotContain("BAD_SIGNATURE");
    }

    private static List<String> results(String name) {
        return HostOperations.all(new FirmwareBounds(1, 1, 1, 1, 1, 2), HostFaults.NONE,
                PspMachine.usualDesign()).stream()
                .filter(operation -> operation.name().equals(name)).findFirst().orElseThrow()
                .results();
    }
}
