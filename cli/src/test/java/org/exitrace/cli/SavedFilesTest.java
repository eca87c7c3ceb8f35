package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for tools of others. */
class SavedFilesTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {".html", ".mmd", ".puml", ".perfetto.json", ".itf.json", ".vcd",
        ".txt"})
    void areTheSameToTheByteEachTime(String ending) throws IOException {
        Path one = folder.resolve("one" + ending);
        Path two = folder.resolve("two" + ending);
        Typed.words("report", "ap-boot/lost-wake-up", "--out", one.toString());
        Typed typed = Typed.words("report", "ap-boot/lost-wake-up", "--out", two.toString());

        assertThat(typed.status()).isZero();
        assertThat(Files.readString(one)).isEqualTo(Files.readString(two)).isNotBlank();
        assertThat(names()).as("nothing is left beside them").hasSize(2);
    }

    /** The trace of docs/traces.md; {@code -Dexitrace.golden=update} writes it anew. */
    @Test
    void ofTracepointsAreWhatTheExampleShows() throws IOException {
        Path example = Path.of("../examples/traces/two-aps-serial.txt");
        Path text = folder.resolve("boot.txt");

        Typed run = Typed.words("run", "ap-boot/two-aps-serial", "--timed", "--seed", "3", "--out",
                text.toString());

        assertThat(run.status()).isZero();
        if ("update".equals(System.getProperty("exitrace.golden"))) {
            Files.copy(text, example, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Files.readString(text)).isEqualTo(Files.readString(example));
    }

    @Test
    void ofTracepointsAreReadAgainByEachVerbOfTraces() {
        Path text = folder.resolve("park.txt");
        Typed.words("report", "ap-boot/spurious-wake", "--out", text.toString());

        for (String action : List.of("check", "stat", "calibrate")) {
            Typed typed = Typed.words("trace", action, text.toString());
            assertThat(typed.status()).as(typed.err()).isZero();
            assertThat(typed.out()).contains("1 heading").doesNotContain("damaged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "report"})
    void ofTracepointsAreRefusedForMachinesWithoutATable(String verb) throws IOException {
        Typed typed = Typed.words(verb, "sev-firmware/asid-bitmap", "--out",
                folder.resolve("asid.txt").toString());

        assertThat(typed.status()).isEqualTo(ExitStatus.UNUSABLE.code());
        assertThat(typed.err()).contains("no table says what steps of a machine of kind 'psp' are",
                "in another form than .txt");
        assertThat(names()).isEmpty();
    }

    @Test
    void areRefusedWhereTheEndingTellsNoFormat() {
        Typed typed = Typed.words("report", "ap-boot/lost-wake-up", "--out", "run.doc");

        assertThat(typed.status()).isEqualTo(ExitStatus.UNUSABLE.code());
        assertThat(typed.err()).contains(".html, .mmd, .puml, .perfetto.json", "'run.doc'");
    }

    /** A schedule under the name of another format would be taken for that. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "run S; run.itf.json; .json or .txt; './exitrace report' makes",
        "run S; run.perfetto.json; .json or .txt; './exitrace report' makes",
        "run S; run.html; .json or .txt; './exitrace report' makes",
        "explore S; run.itf.json; .json; './exitrace report' makes",
        "fuzz S; run.itf.json; .json; './exitrace report' makes",
        "shrink S; run.perfetto.json; .json; './exitrace report' makes",
        "time S; run.itf.json; .csv, .json or .hlog; a page is '--html FILE.html'",
        "verify S; run.json; .xml or .sarif; \"\"",
        "trace calibrate ../examples/traces/two-aps-serial.txt; run.json; .yaml; \"\"",
        "report S; run.json; .mmd, .puml, .perfetto.json, .itf.json, .vcd or .txt; \"\""})
    void areRefusedWhereAnotherVerbWritesThatFormat(
            String line, String name, String written, String elsewhere) throws IOException {
        Typed typed = Typed.line(line.replace(" S", " ap-boot/lost-wake-up") + " --out "
                + folder.resolve(name));

        assertThat(typed.status()).isEqualTo(ExitStatus.UNUSABLE.code());
        assertThat(typed.err().lines()).singleElement().asString()
                .contains("'--out' is a file whose name ends in ", written + ", not '",
                        name + "'", elsewhere);
        assertThat(names()).isEmpty();
    }

    @Test
    void ofASchedulePutUpWithPointsInTheirNames() throws IOException {
        assertThat(Typed.words("run", "ap-boot/lost-wake-up", "--out",
                folder.resolve("lost.original.json").toString()).err()).isEmpty();
        assertThat(names()).containsExactly("lost.original.json");
    }

    @Test
    void holdWhatWasVerifiedInBothFormats() throws IOException {
        Path xml = folder.resolve("v.xml");
        Path sarif = folder.resolve("v.sarif");
        Typed typed = Typed.words("verify", "ap-boot/lost-wake-up", "--design", "original",
                "--out", xml.toString(), "--out", sarif.toString());

        assertThat(typed.status()).isZero();
        assertThat(Files.readString(xml)).contains("tests=\"1\" failures=\"0\"",
                "classname=\"ap-boot/lost-wake-up\" name=\"original\"");
        assertThat(Files.readString(sarif)).contains("\"version\":\"2.1.0\"");
    }

    @Test
    void tellAServerWhatFailedAndWhere() throws IOException {
        Path own = OwnScenario.in(folder, "own.yaml", OwnScenario.LOST_WAKE_UP
                .replace("[L7, lost-wake-up, S-13, X-3, deadlock]", "[L7]"));
        Path sarif = folder.resolve("v.sarif");
        Path xml = folder.resolve("v.xml");
        Typed typed = Typed.words("verify", own.toString(), "--out", sarif.toString(),
                "--out", xml.toString());

        assertThat(typed.status()).isEqualTo(ExitStatus.FAILS.code());
        assertThat(Files.readString(xml)).contains("<failure message=");
        int line = Files.readAllLines(own).indexOf("  original:") + 1;
        assertThat(line).isPositive();
        assertThat(Files.readString(sarif)).contains("\"level\":\"error\"",
                own.getFileName().toString(), "\"startLine\":" + line + "}");
    }

    @Test
    void sayHowMuchOfAGraphIsDrawn() throws IOException {
        Path dot = folder.resolve("g.dot");
        Typed part = Typed.words("explore", "ap-boot/lost-wake-up", "--dot", dot.toString(),
                "--limit", "20");
        String drawn = Files.readString(dot);
        Typed all = Typed.words("explore", "ap-boot/lost-wake-up", "--dot", dot.toString(),
                "--limit", "5000", "--json");

        assertThat(part.out()).contains("the first 20 states, breadth-first");
        assertThat(drawn.lines().filter(line -> line.matches("  s\\d+ \\[.*"))).hasSize(20);
        assertThat(all.json().get("graph").get("whole").booleanValue()).isTrue();
        assertThat(all.json().get("graph").get("states")).isEqualTo(all.json().get("states"));
        assertThat(Files.readString(dot)).contains("color=red");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
