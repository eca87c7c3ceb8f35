package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.exitrace.scenarios.table.CheckTables;
import org.junit.jupiter.api.Test;

/** Tables of checks, where scenarios are named. */
class TablesTest {

    @Test
    void countsRowsAndNamesThoseThatFail() {
        UnaryOperator<String> wrong = file -> file.equals("asids.tsv")
                ? CheckTables.text(file).replaceFirst("ASID_OWNED", "WBINVD_REQUIRED")
                : CheckTables.text(file);
        CheckTables tables = new CheckTables(wrong);
        StringBuilder shown = new StringBuilder();
        TableVerification verification =
                new TableVerification(tables, shown::append, false, () -> false,
                        new Checks());

        verification.verify(tables.find("conformance/psp/asids").orElseThrow());

        assertThat(shown).contains("FAILED     ACTIVATE/asid-taken (asids.tsv:",
                "           must give WBINVD_REQUIRED and gave ASID_OWNED\n",
                "FAILED     conformance/psp/asids: ", " rows passed, 1 failed\n")
                .doesNotContain("ACTIVATE/platform");
        assertThat(verification.failed()).isEqualTo(1);
        assertThat(verification.passed()).isPositive();
    }

    @Test
    void tellsNothingOfATableThatWasNotBegun() {
        AtomicInteger asked = new AtomicInteger();
        CheckTables tables = new CheckTables();
        StringBuilder shown = new StringBuilder();
        TableVerification verification = new TableVerification(tables, shown::append, false,
                () -> asked.incrementAndGet() > 2,
                new Checks());

        tables.all().forEach(verification::verify);

        int untried = tables.all().get(0).rows().size() - 2;
        assertThat(shown).hasToString("undecided  " + tables.all().get(0).name()
                + ": 2 rows passed, 0 failed, " + untried + " not tried\n");
        assertThat(verification.documents()).hasSize(1);
    }

    @Test
    void verifiesATable() {
        Typed typed = Typed.line("verify conformance/psp/asids");
        assertThat(typed.status()).isZero();
        assertThat(typed.lines()).hasSize(2);
        assertThat(typed.out()).matches("passed     conformance/psp/asids: \\d+ rows passed, 0"
                + " failed\n\\d+ passed, 0 failed\n");
    }

    @Test
    void printsEachRowWhereAsked() {
        Typed typed = Typed.line("verify conformance/psp/asids -v");
        assertThat(typed.out())
                .contains("passed     ACTIVATE/platform+handle: INVALID_PLATFORM_STATE\n");
        assertThat(typed.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void verifiesTablesAndScenariosOfOneFolder() {
        Typed typed = Typed.line("verify conformance --json");
        assertThat(typed.status()).isZero();
        assertThat(typed.json().path("designs").size()).isPositive();
        assertThat(typed.json().path("tables").size()).isEqualTo(CheckTables.NAMES.size());
    }

    @Test
    void listsTables() {
        assertThat(Typed.line("list conformance/psp").lines())
                .contains("conformance/psp/guests").last().asString()
                .isEqualTo("0 scenarios, " + CheckTables.NAMES.stream()
                        .filter(name -> name.startsWith("conformance/psp/")).count() + " tables");
        assertThat(Typed.line("list ap-boot/kexec").out()).endsWith("\n1 scenario\n");
    }

    @Test
    void showsARowWithAllThatItIsGiven() {
        assertThat(Typed.line("show conformance/psp/asids").out()).contains(
                "\nDEACTIVATE/inactive\n  given       INIT; wbinvd-on-all-cpus; DF_FLUSH;"
                + " LAUNCH_START\n  asks        DEACTIVATE\n  gives       INACTIVE\n");
    }

    @Test
    void showsOfWhichKernelsARowSpeaks() {
        String shown = Typed.line("show conformance/kvm/context").out();
        assertThat(shown).containsSubsequence(
                "\nKVM_CAP_VM_MOVE_ENC_CONTEXT_FROM/source-mirrored\n  kernels     p-2021\n",
                "  gives       EBUSY\n",
                "\nKVM_CAP_VM_MOVE_ENC_CONTEXT_FROM/success:mirrored\n"
                        + "  kernels     p-6.17, p-7.3\n", "  gives       OK\n");
        assertThat(Typed.line("show conformance/kvm/life --json").json()
                .path("rows").path(0).path("kernels").size()).isEqualTo(4);
    }

    @Test
    void refusesToRunATable() {
        Typed typed = Typed.line("run conformance/psp/asids");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("'conformance/psp/asids' is a table of checks and no"
                + " scenario; './exitrace verify conformance/psp/asids' tries its rows\n");
        assertThat(Typed.line("explore conformance").err()).isEqualTo("exitrace: 'conformance' is a"
                + " folder and no scenario; './exitrace list conformance' tells what is in it\n");
        assertThat(Typed.line("list conformance/pps").err())
                .contains("did you mean 'conformance/psp'?");
    }
}
