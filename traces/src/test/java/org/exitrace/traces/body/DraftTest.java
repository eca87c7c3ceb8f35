package org.exitrace.traces.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void whatIsNotSaidIsNothingTheFirstChoiceOrMissing() {
        assertThat(Tracepoints.of("kvm_pio").draft().body())
                .hasToString("pio_read at 0x0 size 0 count 0 val 0x0 ");
        assertThat(Tracepoints.of("kvm_inj_exception").draft().body()).hasToString("#DE");
    }

    @Test
    void aPartIsThereAsSoonAsSomethingInItIsSaid() {
        Draft draft = Tracepoints.EXIT.draft().with("reason", "hlt");
        assertThat(draft.body().toString()).doesNotContain("requests");
        assertThat(draft.body().has("requests")).isFalse();
        assertThat(draft.body().number("requests", 7)).isEqualTo(7);

        Body body = draft.with("requests", 0x10).body();

        assertThat(body.toString()).endsWith(" requests 0x0000000000000010");
        assertThat(body.has("requests")).isTrue();
        assertThat(body.number("requests", 7)).isEqualTo(16);
    }

    @Test
    void aBodyDoesNotChangeWithItsDraft() {
        Draft draft = Tracepoints.ENTRY.draft().with("vcpu", 1);
        Body body = draft.body();
        draft.with("vcpu", 2);

        assertThat(body.number("vcpu")).isEqualTo(1);
        assertThat(body).isNotEqualTo(draft.body()).isEqualTo(draft.with("vcpu", 1).body())
                .hasSameHashCodeAs(draft.body());
        assertThat(body.form().fields()).extracting(Field::name)
                .containsExactly("vcpu", "rip", "intr_info", "error_code", "immediate");
        assertThat(body.form().field("vcpu")).map(Field::kind).contains(FieldKind.UNSIGNED);
        assertThat(body.form().field("reason")).isEmpty();
    }

    @Test
    void whatIsWrittenIsANumberWhereTheFieldIsOne() {
        assertThat(Tracepoints.VMGEXIT_ENTER.draft().saying("vcpu", "3")
                .saying("exit_reason", "0x7c").body())
                .hasToString("vcpu 3, exit_reason 7c, exit_info1 0, exit_info2 0");
        assertThat(Tracepoints.of("kvm_fpu").draft().saying("change", "unload").body())
                .hasToString("unload");
        assertThatThrownBy(() -> Tracepoints.ENTRY.draft().saying("vcpus", "1"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'vcpus'");
    }

    @Test
    void refusesWhatTheFormDoesNotSay() {
        Draft draft = Tracepoints.EXIT.draft();

        assertThatThrownBy(() -> draft.with("nothing", 1))
                .hasMessageContaining("no number 'nothing'");
        assertThatThrownBy(() -> draft.with("reason", 1))
                .hasMessageContaining("no number 'reason'");
        assertThatThrownBy(() -> draft.with("vcpu", "1")).hasMessageContaining("no text 'vcpu'");
        assertThatThrownBy(() -> draft.with("asked", 2))
                .hasMessageContaining("there, 1, or not, 0");
        assertThatThrownBy(() -> Tracepoints.of("kvm_msr").draft().with("direction", "write "))
                .hasMessage("'direction' is one of read, write, not 'write '");
    }

    @Test
    void refusesATextThatWouldBeReadAsSomethingElse() {
        assertThatThrownBy(() -> Tracepoints.EXIT.draft().body())
                .hasMessageContaining("would not be read as it was meant");
        assertThatThrownBy(() -> Tracepoints.EXIT.draft().with("reason", "a rip 0xb").body())
                .hasMessageContaining("would not be read as it was meant");
    }

    @Test
    void aBodyHasTheValuesOfItsFormOnly() {
        Body body = Tracepoints.of("kvm_eoi").draft().with("vector", -1).body();

        assertThat(body.number("vector")).isEqualTo(-1);
        assertThatThrownBy(() -> body.number("vcpu")).hasMessageStartingWith("kvm_eoi as 'apicid");
        assertThatThrownBy(() -> body.word("vector")).hasMessageContaining("has no text 'vector'");
        assertThat(Tracepoints.of("kvm_fpu").draft().body().word("change")).isEqualTo("load");
        assertThatThrownBy(() -> Tracepoints.of("kvm_nothing"))
                .hasMessage("no tracepoint of KVM is named 'kvm_nothing'");
    }

    @Test
    void aFormSaysEachFieldOnce() {
        assertThatThrownBy(() -> new Form("%u<a> %x<a>"))
                .hasMessage("field 'a' stands twice in: %u<a> %x<a>");
        assertThatThrownBy(() -> new Form("%q<a>")).hasMessage("no conversion %q");
    }
}
