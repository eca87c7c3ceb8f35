package org.exitrace.ghcb.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.ghcb.spec.GhcbField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of the third virtual CPU, in a machine that carries two fields and two words. */
class GhcbPageTest {

    private GhcbPage page;

    @BeforeEach
    void build() {
        ModelBuilder model = new ModelBuilder("page", Design.usual(List.of()));
        page = new GhcbPage(model.region("ghcb[2]"), 2,
                EnumSet.of(GhcbField.RAX, GhcbField.GHCB_USAGE), 2);
        model.build();
    }

    @Test
    void eachVirtualCpuHasAPageOfItsOwn() {
        assertThat(page.number()).isEqualTo(2);
        assertThat(page.address()).isEqualTo(0x1_2000).isEqualTo(GhcbPage.addressOf(2));
        assertThat(page.buffer).hasSize(2);
    }

    @Test
    void aFieldThatNobodyNamesIsNotCarried() {
        assertThat(page.carries(GhcbField.RAX)).isTrue();
        assertThat(page.carries(GhcbField.RBX)).isFalse();
        assertThat(page.get(GhcbField.RBX)).isZero();
        assertThatThrownBy(() -> page.write(GhcbField.RBX, 1))
                .hasMessageContaining("RBX is not carried");
    }

    @Test
    void aValidBitIsSetApartFromItsField() {
        page.write(GhcbField.RAX, 7);
        assertThat(page.isValid(GhcbField.RAX)).isFalse();
        page.markValid(GhcbField.RAX);
        page.markValid(GhcbField.GHCB_USAGE);
        assertThat(page.isValid(GhcbField.RAX)).isTrue();
        assertThat(page.isValid(GhcbField.GHCB_USAGE)).as("behind the bitmap").isFalse();
        page.invalidate(GhcbField.RAX);
        assertThat(page.valid.isEmpty()).isTrue();
        assertThat(page.get(GhcbField.RAX)).isEqualTo(7);
    }
}
