package org.exitrace.psp.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.spec.PageState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageStateTest {

    private final ModelBuilder model = new ModelBuilder("pages", Design.usual(List.of()));
    private final FirmwareBounds bounds = new FirmwareBounds(1, 1, 1, 2, 1, 4);
    private final Pages pages = new Pages(model, new StagingPages(model, bounds), bounds);

    @ParameterizedTest
    @CsvSource({
        "HYPERVISOR, 0, 0, 0, 0, 0, 0, 0", "HV_FIXED, 0, 0, 0, 1, 0, 0, 0",
        "RECLAIM, 1, 0, 0, 0, 0, 0, 0", "FIRMWARE, 1, 0, 0, 1, 0, 0, 0",
        "FIRMWARE_IOMMU, 1, 0, 0, 1, 0, 0, 2", "CONTEXT, 1, 0, 0, 1, 0, 1, 0",
        "METADATA, 1, 0, 0, 1, 3, 0, 1", "PRE_GUEST, 1, 0, 2, 1, 1, 0, 0",
        "PRE_SWAP, 1, 1, 2, 1, 1, 0, 0", "GUEST_INVALID, 1, 0, 2, 0, 1, 0, 0",
        "GUEST_VALID, 1, 1, 2, 0, 1, 1, 0"})
    void followsFromTheEntry(PageState state, int assigned, int validated, int asid,
            int immutable, int gpa, int vmsa, int tag) {
        model.build();
        RmpEntry entry = pages.get(3).entry;
        entry.assigned.become(assigned == 1);
        entry.validated.become(validated == 1);
        entry.asid.become(asid);
        entry.immutable.become(immutable == 1);
        entry.gpa.become(gpa);
        entry.vmsa.become(vmsa == 1);
        entry.tag.become(tag);
        assertThat(pages.state(3)).isEqualTo(state);
        assertThat(pages.isFirmwareWritable(3)).isEqualTo(state == PageState.FIRMWARE);
    }

    @Test
    void isDefaultOutsideOfTheTable() {
        model.build();
        pages.get(1).covered.clear();
        assertThat(pages.state(1)).isEqualTo(PageState.DEFAULT);
        assertThat(pages.isFirmwareWritable(1)).isTrue();
    }

    @Test
    void followsFromTheEntryOfTheLargePage() {
        model.build();
        pages.get(2).entry.becomeFirmware();
        pages.get(2).entry.large.raise();
        assertThat(pages.state(3)).isEqualTo(PageState.FIRMWARE);
        assertThat(pages.state(1)).isEqualTo(PageState.HYPERVISOR);
    }
}
