package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownLinksTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-z]+:|#).*");

    @Test
    void relativeLinksLeadSomewhere() {
        List<String> dead = new ArrayList<>();
        List<Path> pages = SourceTree.CHECKOUT.files(".md").toList();
        for (Path page : pages) {
            for (String target : targetsIn(SourceTree.read(page))) {
                if (!Files.exists(page.resolveSibling(target))) {
                    dead.add(SourceTree.CHECKOUT.nameOf(page) + " links to " + target
                            + ", which is not there: correct the path relative to the page");
                }
            }
        }
        assertThat(pages).as("pages found").hasSizeGreaterThan(10);
        assertThat(dead).isEmpty();
    }

    @Test
    void findsLinksOutsideOfCodeOnly() {
        String page = "[a](b.md#part) ![c](d/e.svg \"title\") `[f](g)` [h](https://i) [j](#k)\n"
                + "```\n[l](m)\n```\n[n](<o p>)\n";

        assertThat(targetsIn(page)).startsWith("b.md", "d/e.svg").doesNotContain("g", "m", "#k");
    }

    private static List<String> targetsIn(String page) {
        List<String> targets = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(page).replaceAll(""));
        while (link.find()) {
            String target = link.group(1);
            if (!ELSEWHERE.matcher(target).matches()) {
                targets.add(target.replaceFirst("#.*", "").replace("%20", " "));
            }
        }
        return targets;
    }
}
