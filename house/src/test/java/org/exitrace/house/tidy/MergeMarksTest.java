package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeMarksTest {
    private static final Pattern MARK = Pattern.compile("(?m)^(<{7}|>{7}) ");
    private static final List<String> WRITTEN =
            List.of(".md", ".yaml", ".java", ".xml", ".txt", ".tsv", ".json");

    @Test
    void noPageKeepsTheMarksOfAMerge() {
        SourceTree tree = SourceTree.CHECKOUT;
        Stream<Path> files = WRITTEN.stream().flatMap(tree::files);

        assertThat(files.filter(file -> hasMark(SourceTree.read(file))).map(tree::nameOf))
                .as("two versions stand here: keep what is true and remove the marks").isEmpty();
    }

    @Test
    void aMarkStandsAtTheBeginningOfALine() {
        String mark = "<".repeat(7);
        assertThat(hasMark("a\n" + mark + " HEAD\nb\n")).isTrue();
        assertThat(hasMark("a " + mark + " b\n" + mark.substring(1) + " c\n")).isFalse();
    }

    private static boolean hasMark(String text) {
        return MARK.matcher(text).find();
    }
}
