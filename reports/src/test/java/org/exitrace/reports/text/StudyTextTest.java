package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.Studies;
import org.junit.jupiter.api.Test;

class StudyTextTest {

    @Test
    void showsASearchWithTheShortestScheduleThatItFound() {
        Golden.check("search.txt", TextExploration.of(Studies.search(1000)));
    }

    @Test
    void saysOfASearchThatABoundStoppedThatItIsNotExhaustive() {
        assertThat(TextExploration.of(Studies.search(5)))
                .contains("NOT exhaustive: stopped by the bound on states")
                .contains("undecided");
    }

    @Test
    void showsPercentilesBreakagesAndWhereTimeWent() {
        Golden.check("timing.txt", TextTiming.of(Studies.timing()));
    }

    @Test
    void showsDesignsBesideEachOther() {
        Golden.check("comparison.txt", TextComparison.of(
                Studies.comparison("early-reader", "late", "never-at-all-to-be-seen", "none")));
    }

    @Test
    void foldsATableThatIsWiderThanAHundredColumns() {
        String[] names = new String[17];
        for (int i = 0; i < names.length; i++) {
            names[i] = "design-number-" + i;
        }
        String text = TextComparison.of(Studies.comparison(names));

        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
        assertThat(text.split("\nLetters\n")).hasSize(4);
        assertThat(text).contains("verified*", "BROKEN[1]", "unknown");
    }

    @Test
    void claimsNoShareWhereNoRunEnded() {
        assertThat(TextTiming.of(Studies.noRun()))
                .contains("end of the run, ns: no run has it").doesNotContain("share");
        assertThat(HtmlReport.timing(Studies.noRun()))
                .contains("No run has it.").doesNotContain("How often properties broke");
    }
}
