package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    private static final String STEP =
            "bsp __apic_accept_irq(INIT): kvm_make_request(KVM_REQ_EVENT) and"
            + " whatever else the longest step of all models says of itself";

    /** The name of a property is not cut for the sake of a long step. */
    @Test
    void theWidestColumnGoesOnInFurtherLinesAndNoWordIsCut() {
        TextTable table = new TextTable("property", "runs", "step");
        table.row("lost-wake-up", "6", STEP);
        String text = table.toString();
        assertThat(text).contains("\nlost-wake-up     6  ");
        assertThat(text.lines()).hasSize(3).allMatch(line -> line.length() <= Wrap.COLUMNS);
        assertThat(String.join(" ", text.replaceAll("lost-wake-up +6", "").split("\\s+")))
                .endsWith(STEP);
    }

    @Test
    void aNameWithoutBlanksIsBrokenBehindASign() {
        TextTable table = new TextTable("exit", "time");
        table.row("#VMEXIT_by_kick,_mode_=_OUTSIDE_GUEST_MODE", "9".repeat(70));
        assertThat(table.toString().lines().map(String::stripTrailing)).contains(
                "#VMEXIT_by_kick,_mode_=_").anyMatch(line -> line.startsWith("OUTSIDE_GUEST_MODE"));
    }
}
