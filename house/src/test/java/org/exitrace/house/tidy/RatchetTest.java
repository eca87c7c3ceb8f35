package org.exitrace.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatchetTest {
    private static final String WIDE = "// " + "x".repeat(117) + "\nclass A {}\n";

    @Test
    void complainsOfEachLimitThatIsBroken() {
        String text = WIDE + "\t\n" + "int a; \n" + "// TO" + "DO\n" + "@Disa" + "bled\n";

        assertThat(judge("", text)).hasSize(5)
                .anyMatch(line -> line.startsWith("A.java:1: columns is 120, at most 100: break"))
                .anyMatch(line -> line.startsWith("A.java:3: tabs is 1"))
                .anyMatch(line -> line.startsWith("A.java:3: trailing-blanks is 2"))
                .anyMatch(line -> line.startsWith("A.java:5: reminders is 1"))
                .anyMatch(line -> line.startsWith("A.java:6: disabled-tests is 1"));
    }

    @Test
    void measuresMethodsAndFilesInLines() {
        String method = "class A {\n  void a() {\n" + "    a();\n".repeat(39) + "  }\n";

        assertThat(judge("", method + "}\n")).singleElement().asString()
                .startsWith("A.java:2: method-lines is 41, at most 40");
        assertThat(judge("", "//\n".repeat(401))).singleElement().asString()
                .startsWith("A.java:401: file-lines is 401");
    }

    @Test
    void toleratesAnExceptionOfExactlyTheRightSize() {
        assertThat(judge("A.java columns 120", WIDE)).isEmpty();
    }

    @Test
    void refusesAnExceptionThatIsTooLargeOrNotNeeded() {
        assertThat(judge("A.java columns 121", WIDE)).singleElement().asString()
                .contains("lower its line");
        assertThat(judge("A.java columns 120", "class A {}\n")).singleElement().asString()
                .contains("needs no exception");
        assertThat(judge("B.java columns 120", "class A {}\n")).singleElement().asString()
                .contains("names no file");
    }

    private static List<String> judge(String exceptions, String text) {
        return new Ratchet(exceptions).judge(List.of(new JavaText("A.java", text)));
    }
}
