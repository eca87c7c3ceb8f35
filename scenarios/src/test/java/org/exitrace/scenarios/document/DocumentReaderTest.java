package org.exitrace.scenarios.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.exitrace.scenarios.doorbell.TextFolder;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private static final String EMPTY =
            "f: this file is empty; write what belongs into it, or name another";

    @Test
    void knowsThePlaceOfEachPiece() {
        Node.Mapping tree = (Node.Mapping) read("a: 1\nb:\n  - x\n  - 'y z'\n");

        assertThat(tree.get("a")).isEqualTo(
                new Node.Scalar(new Place("f", 1, 4), Node.Kind.INTEGER, "1"));
        assertThat(tree.placeOf("b")).hasToString("f:2:1");
        assertThat(((Node.Sequence) tree.get("b")).items().get(1).place()).hasToString("f:4:5");
    }

    @Test
    void tellsAllKeysThatStandTwice() {
        refuses("a: 1\nb: 2\na: 3\nc: {d: 1, d: 2}\n",
                "f:3:1: key 'a' stands twice, first in line 1; keep one of the two\n"
                        + "f:4:11: key 'd' stands twice, first in line 4; keep one of the two");
    }

    @Test
    void refusesAliasesBeforeTheyBlowUp() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char level = 'b'; level < 'k'; level++) {
            bomb.append(level).append(": &").append(level).append(" [")
                    .append(("*" + (char) (level - 1) + ",").repeat(9)).append("]\n");
        }

        refuses(bomb.toString(), "f:1:4: anchors (&a) are not read; remove it and write the value"
                + " where it is needed");
        refuses("a: *b\n", "f:1:4: aliases (*b) are not read, since a small file could blow up;"
                + " write the value again");
    }

    @Test
    void refusesTags() {
        refuses("a: !!java.net.URL [x]\n",
                "f:1:4: tags (tag:yaml.org,2002:java.net.URL) are not read; remove it");
    }

    @Test
    void refusesWhatATerminalWouldTakeForAnOrder() {
        String message = "this text holds the control character U+001B; leave it out";

        refuses("a: \"red \\e[31m\"\n", "f:1:4: " + message);
        refuses("a: 1\n\"b\\e\": 2\n", "f:2:1: " + message);
        assertThat(read("a: \"one\\n\\ttwo\"\n")).isNotNull();
    }

    @Test
    void refusesDeepNesting() {
        refuses("[".repeat(2_000), "f:1:21: lists and keys are nested more than 20 deep here;"
                + " write the file flatter");
    }

    @Test
    void refusesTooManyValues() {
        refuses("[" + "1,".repeat(100_000) + "1]", "f:1:200000: the file has more than 100000"
                + " values; is it the right file?");
    }

    @Test
    void refusesAHugeFileWithoutReadingItAll() {
        refuses("#".repeat((1 << 20) + 1), "f: this file is larger than 1 MiB, the most that is"
                + " read; is it the right file?");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> read(new byte[] {'a', (byte) 0xff, (byte) 0xfe}, Syntax.YAML))
                .hasMessage("f: this file is not UTF-8 text; save it as UTF-8, if it is the"
                        + " right one");
    }

    @Test
    void tellsWhereYamlIsBroken() {
        refuses("a: 1\nb: [1, 2\n", "f:2:9: this is not YAML: expected ',' or ']', but got"
                + " <stream end>; check the brackets, quotes and indentation around this place");
    }

    @Test
    void tellsOfATabInItsOwnLine() {
        String remedy = "; check the brackets, quotes and indentation around this place";
        refuses("a:\n  b: 1\n\tc: 2\n", "f:3:1: this is not YAML: found character '\\t(TAB)' that"
                + " cannot start any token. (Do not use \\t(TAB) for indentation)" + remedy);
    }

    @Test
    void tellsWhereJsonIsCutOff() {
        assertThatThrownBy(() -> read("{\"a\": [1,\n 2".getBytes(StandardCharsets.UTF_8),
                Syntax.JSON)).hasMessage("f:2:3: this is not JSON: Unexpected end-of-input:"
                + " expected close marker for Array; if the file was cut off, write it again");
    }

    @Test
    void refusesEmptyFilesAndSecondDocuments() {
        refuses("", EMPTY);
        refuses("# nothing\n", EMPTY);
        refuses("a: 1\n---\nb: 2\n", "f:3:1: a second document begins here; a file holds one");
    }

    @Test
    void tellsThatAFileIsMissing() {
        assertThatThrownBy(() -> FileText.read(new TextFolder(), "g", 10))
                .hasMessage("g: there is no such file; check the name");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableInputException.class)
                .hasMessage(message);
    }

    private static Node read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), Syntax.YAML);
    }

    private static Node read(byte[] content, Syntax syntax) {
        FileText file = FileText.read(new TextFolder().with("f", content), "f",
                Limits.HANDWRITTEN.bytes());
        Problems problems = new Problems();
        Node tree = DocumentReader.read(file, syntax, Limits.HANDWRITTEN, problems);
        problems.throwIfAny();
        return tree;
    }
}
