package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextHistogramTest {

    @Test
    void columnsAreAsHighAsTheyHaveSamples() {
        List<String> heights = drawn(0, 0, 4, 4, 4, 20).subList(0, 6).stream()
                .map(line -> line.replaceAll("(.)\\1{3}", "$1").stripTrailing()).toList();
        assertThat(heights).containsExactly("    #", "    #", "#   #", "#   #",
                "#   #               #", "#   #               #");
    }

    @Test
    void aColumnOfOneSampleAmongThousandsIsSeen() {
        long[] samples = LongStream.range(0, 5_000).map(i -> i == 0 ? 1 : 30).toArray();
        List<String> lines = drawn(samples);
        assertThat(lines.get(5)).startsWith(".").contains("#");
        assertThat(lines.get(8)).contains("the highest is 4,999 of 5,000");
    }

    @Test
    void tellsHowWideTheColumnOfTheFewBelowIs() {
        long[] samples = LongStream.range(0, 100)
                .map(i -> i < 3 ? 1_200 : 1_000_000 + i).toArray();
        assertThat(drawn(samples)).contains("columns are of 5 ns, but the first, which is from"
                + " 0 ns to 1 ms; the highest is 5 of 100");
    }

    @Test
    void noLineIsLongerThanATerminal() {
        for (long most : new long[] {1, 38, 39, 40, 1_000, 77_777_777, Long.MAX_VALUE / 100}) {
            assertThat(drawn(LongStream.range(0, 200).map(i -> most / 200 * i).toArray()))
                    .allMatch(line -> line.length() <= Wrap.COLUMNS);
            assertThat(drawn(LongStream.range(0, 200).map(i -> i < 150 ? 3 : most).toArray()))
                    .allMatch(line -> line.length() <= Wrap.COLUMNS);
        }
    }

    @Test
    void nothingIsDrawnOfSamplesThatAreAllTheSame() {
        assertThat(drawn(7, 7, 7)).isEmpty();
    }

    private static List<String> drawn(long... samples) {
        StringBuilder out = new StringBuilder();
        TextHistogram.write(samples, out);
        return out.toString().lines().toList();
    }
}
