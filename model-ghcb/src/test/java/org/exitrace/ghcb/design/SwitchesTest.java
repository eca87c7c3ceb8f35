package org.exitrace.ghcb.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.ghcb.jumptable.TableSource;
import org.exitrace.ghcb.vc.VcDesign;
import org.exitrace.ghcb.vmsa.ApsBegin;
import org.exitrace.ghcb.vmsa.VmsaCare;
import org.exitrace.ghcb.vmsa.VmsaLookup;
import org.exitrace.ghcb.vmsa.VmsaRelease;
import org.junit.jupiter.api.Test;

/** What a design of guest software can choose, and what it is if nobody chooses. */
class SwitchesTest {

    private static List<Switch<?>> all() {
        List<Switch<?>> all = new ArrayList<>(VcDesign.SWITCHES);
        all.addAll(MemoryDesign.SWITCHES);
        all.addAll(VmsaCare.SWITCHES);
        all.addAll(List.of(GuestCode.SWITCH, TableSource.SWITCH, AnswerWait.SWITCH,
                MessageCheck.SWITCH, MessageError.SWITCH));
        return all;
    }

    @Test
    void theUsualGuestIsTheRepairedOne() {
        Map<String, String> usual = Design.usual(all()).labels();

        assertThat(usual).containsEntry("guest-checks", "as-code")
                .containsEntry("opcode-check", "checked").containsEntry("ghcb-release", "cleared")
                .containsEntry("ghcb-backup", "kept").containsEntry("ghcb-owner", "per-cpu")
                .containsEntry("msr-restore", "restored").containsEntry("apic-id", "msr")
                .containsEntry("user-mmio", "refused").containsEntry("user-port", "decoded")
                .containsEntry("mmio-mapping", "checked")
                .containsEntry("hold-prefill", "in-use")
                .containsEntry("version-written", "negotiated")
                .containsEntry("c-bit", "tried").containsEntry("answer-wait", "times-out")
                .containsEntry("message-check", "number")
                .containsEntry("message-error", "wipes").containsEntry("guest-code", "linux")
                .containsEntry("vmsa-release", "checked")
                .containsEntry("vmsa-lookup", "by-apic-id")
                .containsEntry("jump-table-source", "host");
    }

    @Test
    void eachValueIsChosenByItsLabelAndSaysWhereItWasRead() {
        Design usual = Design.usual(all());
        for (Switch<?> choice : all()) {
            assertThat(choice.values()).hasSizeGreaterThan(1);
            for (SwitchValue value : choice.values()) {
                assertThat(usual.with(choice.name(), value.label()).labels())
                        .containsEntry(choice.name(), value.label());
                assertThat(value.text().meaning()).isNotBlank();
                assertThat(value.text().source()).isNotBlank();
            }
            assertThat(choice.values().stream().map(SwitchValue::label))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theCareForVmsasIsWhatTheDesignSays() {
        Design design = Design.usual(all()).with("vmsa-release", "unchecked");

        assertThat(VmsaCare.of(design)).isEqualTo(
                new VmsaCare(VmsaRelease.UNCHECKED, VmsaLookup.BY_APIC_ID));
        assertThat(VmsaCare.of(Design.usual(all()))).isEqualTo(VmsaCare.USUAL);
    }

    @Test
    void theListOfTheFirmwareRunsTheOtherWay() {
        assertThat(VmsaLookup.BY_APIC_ID.of(1, 3)).isEqualTo(1);
        assertThat(VmsaLookup.BY_INDEX.of(1, 3)).isEqualTo(3);
        assertThat(VmsaLookup.BY_INDEX.of(2, 3)).isEqualTo(2);
    }

    @Test
    void apsBeginAsTheirWordSays() {
        assertThat(ApsBegin.words()).containsExactly("running", "halted", "off", "created");
        assertThat(ApsBegin.of("created")).isEqualTo(ApsBegin.CREATED);
    }
}
