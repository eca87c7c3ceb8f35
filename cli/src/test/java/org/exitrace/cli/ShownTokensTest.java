package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader can paste each token that README.md and the pages of docs/ show. */
class ShownTokensTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TOKEN =
            Pattern.compile("xt1\\.([a-z0-9/-]+)[@+.][A-Za-z0-9_,=@+.-]+");
    /** Not of the catalogue: the page on models of one's own shows what a test of one prints. */
    private static final String OWN_MODEL = "ticket-lock";

    record ShownToken(String page, String scenario, String token) {
        @Override
        public String toString() {
            return page + ": " + token;
        }
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void leadsWhereItSays(ShownToken shown) {
        Typed typed = Typed.words("replay", shown.token());

        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).as(typed.out()).isIn(
                ExitStatus.HOLDS.code(), ExitStatus.FAILS.code());
    }

    @Test
    void looksAtEachPage() throws IOException {
        assertThat(tokens().map(ShownToken::page))
                .contains("docs/ap-boot.md", "docs/concepts.md", "docs/json.md");
    }

    static Stream<ShownToken> tokens() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(CHECKOUT.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(CHECKOUT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        List<ShownToken> tokens = new ArrayList<>();
        for (Path page : pages) {
            Matcher token = TOKEN.matcher(Files.readString(page));
            while (token.find()) {
                tokens.add(new ShownToken(CHECKOUT.relativize(page).toString(),
                        token.group(1), token.group()));
            }
        }
        return tokens.stream().filter(token -> !token.scenario().equals(OWN_MODEL)).distinct();
    }
}
