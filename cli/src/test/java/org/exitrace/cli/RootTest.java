package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.exitrace.cli.terminal.Console;
import org.exitrace.cli.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RootTest {

    @Test
    void saysWhichVersionItIs() {
        Typed typed = Typed.line("--version");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("exitrace ");
    }

    @Test
    void asksForAVerbAndListsThem() {
        Typed typed = Typed.words();
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("which verb?").contains(VerbName.words());
    }

    @Test
    void listsAllVerbsAndStatusesInItsHelp() {
        Typed typed = Typed.line("--help");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains(VerbName.words()).contains("130 interrupted");
        assertThat(typed.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @EnumSource(VerbName.class)
    void helpsWithEachVerbByExamples(VerbName verb) {
        Typed typed = Typed.words(verb.word(), "--help");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("Usage: ./exitrace " + verb.word(), "Examples:",
                "  ./exitrace " + verb.word(), "--json");
        assertThat(Typed.words("help", verb.word()).out()).isEqualTo(typed.out());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " = ", quoteCharacter = '"', textBlock = """
            explroe x                               = no verb 'explroe'; did you mean 'explore'?
            help explroe                            = did you mean 'explore'?
            -x list                                 = options stand behind the verb
            explore                                 = it is ./exitrace explore S; see
            explore S --dpeth 5                     = no option '--dpeth'; did you mean '--depth'?
            explore S --depth -5                    = a whole number from 1 to 2147483647, not '-5'
            explore S --memory 3                    = '--memory' is a size such as 512m or 2g
            explore S --fingerprint 32              = '--fingerprint' is 64 or 128, not '32'
            explore S --order bfs                   = '--order' is breadth-first or depth-first
            fuzz S --runs 99999999999               = '--runs' is a whole number from 1 to
            time S --threads 0                      = '--threads' is a whole number from 1 to 1024
            time S --threads 2000                   = from 1 to 1024, not '2000'
            time S --threads all                    = from 1 to 1024, not 'all'
            explore S --threads 2                   = no option '--threads'
            run S --seed x                          = '--seed' is a whole number of at most 64
            run S --seed                            = '--seed' needs a value
            run S --seed 1 --seed 2                 = '--seed' stands twice; give it once
            """)
    void refusesWhatIsNoUseOfAVerb(String line, String sentence) {
        refuses(line, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " = ", quoteCharacter = '"', textBlock = """
            run ap-boot/lost-wake-up more           = 'more' is one argument too many
            run ap-boot/lost-wakeup                 = did you mean 'ap-boot/lost-wake-up'?
            run ap-boot/lost-wake-up --design orignal = did you mean 'original'?
            run ap-boot/kexec --set x               = '--set' is name=value, not 'x'
            run ap-boot/kexec --set sipi-hok:a      = '--set' is name=value, not 'sipi-hok:a'
            run ap-boot/kexec --machine aps         = '--machine' is name=value, not 'aps'
            explore ap-boot/pei-to-dxe --set sipi-hook=register-writes = knows no AP reset hold
            time ap-boot/kexec --set init-sipi-events=remote-mp-state = take it with 'guest: plain'
            run ap-boot/kexec --profile nope        = there is no timing profile 'nope'
            run ap-boot/kexec --out schedule.yaml   = '--out' is a file whose name ends in .json
            run ap-boot/kexec --out /no/where/x.json = its folder does not exist; make it first
            time ap-boot/kexec --html /no/where/x.html = its folder does not exist; make it first
            run missing.yaml                        = missing.yaml: there is no such file; check
            replay missing.json                     = missing.json: there is no such file; check
            replay xt1.nonsense.AAAA                = the token is damaged
            replay xt2.nonsense.AAAA                = another version than xt1; record it again
            replay ap-boot/kexec --design repaired  = design 'repaired' of 'ap-boot/kexec' has no
            replay x.json --design repaired         = leave out --design
            verify nowhere                          = no scenario or folder 'nowhere'
            list nowhere                            = no scenario or folder 'nowhere'
            ops nothing                             = no kind of machine, role or operation
            """)
    void refusesWhatThereIsNot(String line, String sentence) {
        refuses(line, sentence);
    }

    private static void refuses(String line, String sentence) {
        Typed typed = Typed.line(line);
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err().lines()).singleElement().asString()
                .startsWith("exitrace: ").contains(sentence);
    }

    @Test
    void knowsWhichSwitchOrParameterWasMeant() {
        assertThat(refused("--set", "sipi-hok=latched"))
                .contains("has no switch 'sipi-hok'; did you mean 'sipi-hook'?");
        assertThat(refused("--set", "sipi-hook=latchd"))
                .contains("has no value 'latchd'; did you mean 'latched'?");
        assertThat(refused("--set", "a=1,a=2")).contains("'--set' gives 'a' twice");
        assertThat(refused("--machine", "apps=2"))
                .contains("there is no parameter 'apps'; did you mean 'aps'?");
        assertThat(refused("--machine", "aps=9"))
                .contains("'aps' is a whole number from 1 to 4, not '9'");
    }

    private static String refused(String option, String value) {
        Typed typed = Typed.words("run", "ap-boot/kexec", option, value);
        assertThat(typed.status()).isEqualTo(2);
        return typed.err();
    }

    @Test
    void tellsProgramsTooWhatIsWrong() {
        Typed typed = Typed.line("run ap-boot/kexec --design x --json");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.json().path("status").asInt()).isEqualTo(2);
        assertThat(typed.json().path("problems").get(0).path("sentence").asString())
                .contains("has no design 'x'");
    }

    @Test
    void saysThatItsAnswerWasLost() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(list("No space left on device", err)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("exitrace: standard output"
                + " cannot be written: No space left on device; make room, or send it elsewhere\n");
    }

    @Test
    void asksForNoRoomWhereItsOutputIsClosed() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(list("Bad file descriptor", err)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("exitrace: standard output"
                + " cannot be written: Bad file descriptor; send it elsewhere\n");
    }

    @Test
    void isSilentWhereTheReaderHasSeenEnough() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(list("Broken pipe", err)).isZero();
        assertThat(err.size()).isZero();
    }

    private static int list(String failure, OutputStream err) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(failure);
            }
        };
        Console console = new Console(broken, err, Terminal.NONE);
        return new CommandLineProgram(Session.shipped(console, () -> false)).run("list");
    }
}
