package org.exitrace.vtl.hypercall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.exitrace.vtl.PublishedPage;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.HvStatus;
import org.junit.jupiter.api.Test;

/** The table of all checks, as a whole; each on its own is a row of a conformance table. */
class ChecksTest {

    private static final String NOBODY_LOOKS = "-";

    @Test
    void checksAndAnswersAreThoseOfThePageInItsOrder() {
        List<List<String>> code = new ArrayList<>();
        for (Checks<?, ?> call : AllChecks.LIST) {
            for (Check<?, ?> check : call.all()) {
                List<String> row = new ArrayList<>(
                        List.of(call.call(), check.name(), check.sentence()));
                for (StatusDialect dialect : StatusDialect.values()) {
                    row.add(written(check.answers().in(dialect)));
                }
                code.add(row);
            }
        }

        assertThat(code).containsExactlyElementsOf(
                PublishedPage.table("call", "check", "what is wrong"));
    }

    private static String written(Set<?> answers) {
        return answers.isEmpty() ? NOBODY_LOOKS : answers.stream()
                .map(answer -> answer instanceof HvStatus status
                        ? String.format("%02X", status.code()) : answer.toString())
                .collect(Collectors.joining(" "));
    }

    /** An implementation is looser or stricter in many places; its statuses differ in these. */
    @Test
    void implementationsGiveAStatusThatIsNotAdmittedHereAlone() {
        List<String> differences = new ArrayList<>();
        for (Checks<?, ?> call : AllChecks.LIST) {
            for (Check<?, ?> check : call.all()) {
                Set<?> published = check.answers().published();
                for (StatusDialect dialect : StatusDialect.values()) {
                    if (!published.isEmpty()
                            && !published.containsAll(check.answers().in(dialect))) {
                        differences.add(call.call() + "/" + check.name() + " " + dialect.label());
                    }
                }
            }
        }

        assertThat(differences).containsExactly("ANY_CALL/crosses-page openvmm",
                "START_VIRTUAL_PROCESSOR/vtl-above qemu", "VTL_CALL/no-higher-vtl qemu",
                "VTL_RETURN/no-lower-vtl qemu", "MODIFY_VTL_PROTECTION_MASK page/page openvmm",
                "SIGNAL_EVENT/port-deleted qemu", "SIGNAL_EVENT/port-deleted openvmm",
                "SIGNAL_EVENT/port-type qemu", "SIGNAL_EVENT/port-type openvmm");
    }
}
