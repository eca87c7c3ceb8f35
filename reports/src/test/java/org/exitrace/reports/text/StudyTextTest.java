package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.Studies;
import org.exitrace.reports.statistics.Percentiles;
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
    void showsAStudyPartByPartWithTheLineThatRepeatsIt() {
        Golden.check("study.txt", TextStudy.of(Studies.study("original", "repaired")));
    }

    @Test
    void writesALineForEachFigureAndLeavesOpenEndsEmpty() {
        assertThat(CsvStudy.of(Studies.study("one", "a, b").parts().get(0).figures())).isEqualTo("""
                part,design,at,quantity,unit,samples,value,low,high,method
                percentiles,one,,"end, p50",ns,1000,1000,900,1100.5,order statistics
                percentiles,"a, b",,"end ""p99""\",ns,1000,0.1234567891,,,
                """);
    }

    /** What a tool reads out of the log is what was put in, to three digits. */
    @Test
    void writesLatenciesThatAnHdrHistogramReaderReads() {
        String log = HdrLog.of(Studies.timing().measures());
        HistogramLogReader reader = new HistogramLogReader(
                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        Histogram ends = (Histogram) reader.nextIntervalHistogram();
        long[] samples = Studies.timing().measures().get(0).samplesNs();
        assertThat(ends.getTag()).isEqualTo("end-of-the-run");
        assertThat(ends.getTotalCount()).isEqualTo(1000);
        assertThat(ends.getValueAtPercentile(50) / 100.0).isCloseTo(
                new Percentiles(samples).at(5000).value() / 100.0, within(1.0));
        assertThat(((Histogram) reader.nextIntervalHistogram()).getTag())
                .isEqualTo("from-ring-to-wake");
        assertThat(reader.nextIntervalHistogram()).as("no run has the third").isNull();
        assertThat(HdrLog.of(Studies.timing().measures())).isEqualTo(log);
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
