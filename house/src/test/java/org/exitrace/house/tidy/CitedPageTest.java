package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Code and scenarios cite ids of docs/ap-boot.md; whoever follows one has to find it there. */
class CitedPageTest {

    private static final Pattern CITATION = Pattern.compile("docs/ap-boot\\.md ([^\";\n]*)");
    private static final Pattern ID = Pattern.compile(
            "(?<![\\w.-])(?:R\\d+b?|T\\d+|W\\d|[LSXB]-?\\d+|[ace]\\.\\d|3[abc])(?![\\w-])");

    @Test
    void eachCitedIdStandsOnThePage() {
        String page = SourceTree.read(SourceTree.CHECKOUT.root.resolve("docs/ap-boot.md"));
        List<String> missing = new ArrayList<>();
        List<String> cited = new ArrayList<>();
        Stream.of(".java", ".yaml").flatMap(SourceTree.CHECKOUT::files).forEach(file -> {
            for (String id : idsCitedIn(SourceTree.read(file))) {
                cited.add(id);
                if (!defines(page, id)) {
                    missing.add(SourceTree.CHECKOUT.nameOf(file) + " cites " + id
                            + ", which docs/ap-boot.md does not define: add it there in bold or"
                            + " as a heading, or correct the citation");
                }
            }
        });
        assertThat(cited).as("ids cited").hasSizeGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    @Test
    void findsIdsUpToTheEndOfTheCitation() {
        assertThat(idsCitedIn("docs/ap-" + "boot.md R1 (a), S-13 and a.4 step 3; W9\n"
                + "docs/ap-" + "boot.md R5 3b, R1b\", \"L7\n"))
                .containsExactly("R1", "S-13", "a.4", "R5", "3b", "R1b");
        assertThat(defines("**a.1 KVM_RUN.**", "a.1")).isTrue();
        assertThat(defines("### R1b Null", "R1b")).isTrue();
        assertThat(defines("### R1b Null", "R1")).isFalse();
        assertThat(defines("as in R1", "R1")).isFalse();
    }

    private static List<String> idsCitedIn(String text) {
        List<String> ids = new ArrayList<>();
        Matcher citation = CITATION.matcher(text);
        while (citation.find()) {
            Matcher id = ID.matcher(citation.group(1));
            while (id.find()) {
                ids.add(id.group());
            }
        }
        return ids;
    }

    private static boolean defines(String page, String id) {
        return Pattern.compile("(?m)(?:^#+ |\\*\\*)" + Pattern.quote(id) + "(?![\\w-])")
                .matcher(page).find();
    }
}
