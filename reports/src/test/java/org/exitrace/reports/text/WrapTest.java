package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void aWordThatIsTooLongIsBrokenBehindASign() {
        assertThat(Wrap.words("VMGEXIT_AP_RESET_HOLD", 12))
                .containsExactly("VMGEXIT_AP_", "RESET_HOLD");
        assertThat(Wrap.words("abcdefgh", 5)).containsExactly("abcde", "fgh");
    }

    @Test
    void breaksACommandBeforeAWordThatIsQuotedAndNotWithin() {
        assertThat(Wrap.command("./exitrace time --profile 'in tel.yaml' --runs 3", 34))
                .containsExactly("./exitrace time --profile \\", "'in tel.yaml' --runs 3");
        assertThat(Wrap.command("./exitrace check 'a b c d e f g h i j k l' --json", 20))
                .containsExactly("./exitrace check \\", "'a b c d e f g h i j k l'\\",
                        " --json");
    }

    @Test
    void aQuoteThatIsItselfQuotedOpensNothing() {
        assertThat(Wrap.command("time 'it'\\''s mine.yaml' --runs 30", 30))
                .containsExactly("time 'it'\\''s mine.yaml' \\", "--runs 30");
    }

    @Test
    void breaksALongWordWithoutQuotesWhereTheLineIsFull() {
        List<String> lines = Wrap.command("replay " + "x".repeat(50), 20);
        assertThat(lines).allMatch(line -> line.length() <= 20);
        assertThat(String.join("", lines).replace("\\", ""))
                .isEqualTo("replay " + "x".repeat(50));
    }
}
