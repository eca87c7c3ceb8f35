package org.exitrace.kvm.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.exitrace.engine.script.Arguments;
import org.exitrace.kvm.host.HostBounds;
import org.junit.jupiter.api.Test;

class HostShapeTest {

    @Test
    void refusesWhatIsOutOfBoundsByTheBoundsName() {
        assertThatThrownBy(() -> new HostBounds(5, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1))
                .hasMessage("vms is 1 to 4, not 5");
        assertThatThrownBy(() -> new HostBounds(1, 5, 1, 1, 1, 1, 1, 0, 1, 1, 1))
                .hasMessage("vcpus is 0 to 4, not 5");
        assertThatThrownBy(() -> new HostBounds(1, 1, 1, 1, 1, 1, 1, 0, 3, 1, 1))
                .hasMessage("cgroups is 1 to 2, not 3");
        assertThatThrownBy(() -> new HostBounds(1, 1, 1, 9, 1, 1, 1, 0, 1, 1, 1))
                .hasMessage("cpus is 1 to 4, not 9");
    }

    @Test
    void refusesEncryptedRegistersWithoutAPageForThem() {
        assertThatThrownBy(() -> shape(Map.of("host-support", "sev-es", "pages", "0")))
                .hasMessageContaining("pages is 0").hasMessageContaining("host-support sev");
        assertThat(shape(Map.of("host-support", "sev", "pages", "0")).bounds().pages()).isZero();
    }

    @Test
    void hasUpToEightThreads() {
        assertThat(shape(Map.of("threads", "8")).bounds().threads()).isEqualTo(8);
        assertThatThrownBy(() -> new HostBounds(1, 1, 9, 1, 1, 1, 1, 0, 1, 1, 1))
                .hasMessage("threads is 1 to 8, not 9");
    }

    @Test
    void refusesToHideMoreAsidsThanSevLeaves() {
        assertThatThrownBy(() -> shape(Map.of("min-sev-asid", "2", "max-snp-asid", "2")))
                .hasMessage("max-snp-asid is 0 to 1, not 2");
    }

    private static KvmHostShape shape(Map<String, String> given) {
        return HostParameters.shape(Arguments.of(HostParameters.all(), given));
    }
}
