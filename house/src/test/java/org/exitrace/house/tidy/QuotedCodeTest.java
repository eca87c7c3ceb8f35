package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tutorial quotes its example line by line, so that what it shows compiles. */
class QuotedCodeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(?:java|xml)\n(.*?)^```$");

    @Test
    void theTutorialQuotesTheTicketLock() {
        String page = SourceTree.read(SourceTree.CHECKOUT.root.resolve("docs/writing-a-model.md"));
        String example = Stream.of(".java", "pom.xml").flatMap(SourceTree.CHECKOUT::files)
                .filter(file -> SourceTree.CHECKOUT.nameOf(file).startsWith("examples/ticket-lock"))
                .map(SourceTree::read).collect(Collectors.joining("\n"));
        List<String> quoted = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            quoted.add(block.group(1));
        }

        assertThat(quoted).as("blocks of code").hasSizeGreaterThan(7)
                .allSatisfy(code -> assertThat(example)
                        .as("the example; quote it anew where it has changed").contains(code));
    }
}
