package org.exitrace.psp;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.property.Property;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.junit.jupiter.api.Test;

/** The counts are pinned: they change when anybody changes a step, a guard or a cell. */
class FlushRaceTest {

    private static final FirmwareBounds TWO_CCXS = new FirmwareBounds(2, 1, 2, 2, 1, 0);

    @Test
    void aDeactivateBetweenWbinvdAndFlushLetsTheFlushFail() {
        ExplorationResult result = explore(PspMachine.usualDesign()
                .with("deactivate-lock", "none"));
        assertThat(result.broken()).extracting(PropertyVerdict::property)
                .extracting(Property::id).containsExactly("flush-fails");
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(875);
    }

    @Test
    void theLockKeepsItOut() {
        ExplorationResult result = explore(PspMachine.usualDesign());
        assertThat(result.broken()).isEmpty();
        assertThat(result.isExhaustive()).isTrue();
        assertThat(result.states()).isEqualTo(509);
    }

    private static ExplorationResult explore(Design design) {
        return new Exploration(new Hosts(TWO_CCXS).in(design)
                .thread("sev_platform_init -> SUCCESS", "LAUNCH_START -> SUCCESS",
                        "ACTIVATE asid=1 -> SUCCESS", "LAUNCH_MEASURE -> SUCCESS",
                        "LAUNCH_FINISH -> SUCCESS", "write word=0",
                        "sev_unbind_asid -> SUCCESS")
                .thread("await word=0", "sev_flush_asids").model()).go();
    }
}
