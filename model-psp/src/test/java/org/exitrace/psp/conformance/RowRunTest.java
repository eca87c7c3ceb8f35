package org.exitrace.psp.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RowRunTest {

    @Test
    void tellsWhatTheFirmwareGaveInstead() {
        assertThat(wrong("INIT/success", "-", "-", "INIT", "WBINVD_REQUIRED"))
                .isEqualTo("must give WBINVD_REQUIRED and gave SUCCESS");
    }

    @Test
    void refusesARowThatPassesForAnotherReason() {
        assertThat(wrong("ACTIVATE/asid-class", "-", "INIT; wbinvd-on-all-cpus; DF_FLUSH;"
                + " LAUNCH_START", "ACTIVATE asid=0", "INVALID_ASID"))
                .isEqualTo("gave INVALID_ASID, but for 'asid-range', which is looked at"
                        + " before 'asid-class'");
        assertThat(wrong("LAUNCH_START/session-length", "-", "-",
                "LAUNCH_START session=true flaw=session-length", "INVALID_PLATFORM_STATE"))
                .isEqualTo("gave INVALID_PLATFORM_STATE, but for 'platform', which is looked at"
                        + " before 'session-length'");
    }

    @Test
    void refusesAnOrderOfWhichOnlyOneCheckIsViolated() {
        assertThat(wrong("LAUNCH_START/platform+session-length", "-", "-", "LAUNCH_START",
                "INVALID_PLATFORM_STATE"))
                .isEqualTo("gave INVALID_PLATFORM_STATE, but 'session-length' was not violated");
    }

    @Test
    void tellsAGivenThatFails() {
        assertThat(wrong("INIT/platform", "-", "LAUNCH_START; INIT", "INIT",
                "INVALID_PLATFORM_STATE")).startsWith("what is given fails: host0 call 1")
                .endsWith("must give SUCCESS and gave INVALID_PLATFORM_STATE");
    }

    @Test
    void letsAGivenFailThatSaysSo() {
        assertThat(wrong("DF_FLUSH/success", "-",
                "INIT; DF_FLUSH -> WBINVD_REQUIRED; wbinvd-on-all-cpus", "DF_FLUSH", "SUCCESS"))
                .isEmpty();
    }

    @Test
    void tellsTheLineOfWhatItCannotRead() {
        refuses("INIT", "-", "-", "INIT", "SUCCESS", "'INIT' is no id; write <COMMAND>/<check>,"
                + " <COMMAND>/<check>+<check> or <COMMAND>/success");
        refuses("INITIAL/success", "-", "-", "INIT", "SUCCESS",
                "there is no command 'INITIAL'; take a name of CommandId");
        refuses("INIT/success", "-", "-", "INIT", "FINE",
                "there is no status 'FINE'; take a name of Status, or an errno of the driver");
        refuses("INIT/success", "handles=9", "-", "INIT", "SUCCESS",
                "'handles' is a whole number from 1 to 4, not '9'");
        refuses("INIT/success", "-", "@nothing", "INIT", "SUCCESS",
                "there is no given '@nothing'; there is clean");
        refuses("INIT/success", "-", "-", "INIT es=maybe", "SUCCESS",
                "INIT: 'es' is one of false, true, not 'maybe'");
        refuses("INIT/mood", "-", "-", "INIT", "SUCCESS",
                "INIT has no check 'mood'; it has platform");
    }

    @Test
    void refusesGivensThatUseEachOther() {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> new Givens("given.tsv", "name\tgiven\na\t@b\nb\t@a\n"))
                .withMessageContaining("given.tsv:3: the givens use each other in a circle");
    }

    private static String wrong(String... columns) {
        TableRow row = TableRow.of(TableLine.of("own.tsv", String.join("\t", TableRow.HEADER)
                + "\n" + String.join("\t", columns) + "\tnowhere\n", TableRow.HEADER).get(0));
        return new RowRun(row, new Givens("given.tsv", "name\tgiven\nclean\tINIT\n")).go().wrong();
    }

    private static void refuses(
            String id, String machine, String given, String command, String gives, String why) {
        assertThatExceptionOfType(TableException.class)
                .isThrownBy(() -> wrong(id, machine, given, command, gives))
                .withMessageStartingWith("own.tsv:2: " + why);
    }
}
