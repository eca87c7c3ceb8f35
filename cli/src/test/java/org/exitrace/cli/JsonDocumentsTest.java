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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page on JSON documents tells the truth: its examples have what the commands write. */
class JsonDocumentsTest {

    private static final Path PAGE = Path.of("../docs/json.md");
    private static final String MORE = "…";
    private static final Pattern EXAMPLE = Pattern.compile(
            "```console\\n\\$ (\\./exitrace [^\\n]+)\\n```\\n\\n```json\\n(.*?)```",
            Pattern.DOTALL);

    @TempDir private Path folder;

    record Example(String section, String command, String document) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String section : Files.readString(PAGE).split("\n## ")) {
            Matcher example = EXAMPLE.matcher(section);
            while (example.find()) {
                examples.add(new Example(section, example.group(1), example.group(2)));
            }
        }
        return examples.stream();
    }

    @Test
    void documentsEachVerb() throws IOException {
        assertThat(examples().map(example -> example.command().split(" ")[1]))
                .containsAll(VerbName.words());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesWhatThePageShows(Example example) {
        Typed typed = typed(example);
        assertShape("document", JsonMapper.shared().readTree(example.document()), typed.json());
        assertThat(typed.json().path("status").asInt()).isEqualTo(typed.status());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void explainsEveryKeyOfTheDocument(Example example) throws IOException {
        String common = Files.readString(PAGE).split("\n## ")[0];
        for (String key : typed(example).json().propertyNames()) {
            assertThat((common + example.section()).lines()
                    .anyMatch(line -> line.startsWith("| ") && line.split("\\|")[1]
                            .contains("`" + key + "`")))
                    .as("key '%s' of %s has a line in a table", key, example).isTrue();
        }
    }

    private Typed typed(Example example) {
        return Typed.line(example.command().replace(" examples/", " ../examples/")
                .replace("lost-wake-up.html", folder.resolve("page.html").toString()));
    }

    private static void assertShape(String where, JsonNode shown, JsonNode written) {
        assertThat(written.getNodeType()).as(where).isEqualTo(shown.getNodeType());
        if (shown.isObject()) {
            List<String> keys = new ArrayList<>(shown.propertyNames());
            boolean isPart = keys.remove(MORE);
            assertThat(written.propertyNames()).as(where).containsAll(keys);
            assertThat(isPart || written.size() == keys.size()).as(where + " is whole").isTrue();
            keys.forEach(key -> assertShape(
                    where + "." + key, shown.path(key), written.path(key)));
        }
        for (int i = 0; shown.isArray() && i < shown.size(); i++) {
            assertThat(written.size()).as(where).isGreaterThan(i);
            if (!shown.get(i).asString("").equals(MORE)) {
                assertShape(where + "[" + i + "]", shown.get(i), written.get(i));
            }
        }
    }
}
