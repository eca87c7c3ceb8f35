package org.exitrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What studies of timed runs are refused, each with one sentence. */
class RefusedStudiesTest {

    private static final String RACE = "time ap-boot/two-aps-serial --runs 300 --seed 1 ";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "--compare original;'--compare' is SWITCH=A,B or two designs D,E, not 'original'",
        "--compare a,b,c;'--compare' is SWITCH=A,B or two designs",
        "--compare original,original;names 'original' twice",
        "--compare sipi-hook=latched,latched;names 'latched' twice",
        "--compare original,repared;has no design 'repared'; did you mean 'repaired'?",
        "--compare sipi-hok=latched,hold-type;has no switch 'sipi-hok'; did you mean",
        "--compare sipi-hook=latched,hold;has no value 'hold'",
        "--compare original,repaired --design repaired;leave '--design' out",
        "--compare original,repaired --precision 0;'--precision' is a part of a whole, more than",
        "--compare original,repaired --precision 100%;'--precision' is a part of a whole",
        "--precision 1%;'--precision' goes with --compare",
        "--unpaired;'--unpaired' goes with --compare",
        "--compare original,repaired --force vmentri;has the cost 'vmentri'"})
    void aComparisonThatMakesNoSenseIsRefusedInOneSentence(String words, String sentence) {
        refuses(words, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "--points 3;'--points' goes with --sweep",
        "--compare original,repaired --sweep vmentry=1us..2us;are two studies",
        "--sweep vmentri=1us..2us;so that nothing would change; did you mean 'vmentry'?",
        "--sweep boot.tick=1us..2us;no step of this machine has the cost 'boot.tick'",
        "--sweep vmentry=2us..2us;from '2us' to '2us' there is nothing",
        "--sweep vmentry=3us..2us;goes from less to more",
        "--sweep vmentry=1us..2x;from one factor to another",
        "--sweep vmentry=1us;'--sweep' is KEY=FROM..TO",
        "--sweep vmentry=1..2;takes times such as 500ns",
        "--sweep vmentry=1us..9000s;a time is at most",
        "--sweep vmentry=0x..2x;a factor is 0.001x to 1000x, not '0x'",
        "--sweep vmentry=1us..2us --points 1;'--points' is 2 to 1000",
        "--cost vmentry=1us --cost vmentry=2us;gives 'vmentry' twice",
        "--cost vmentry;'--cost' is KEY=TIME",
        "--out times.txt;a file whose name ends in .csv, .json or .hlog, not",
        "--out t.html;a page is '--html FILE.html'",
        "--force vmentri;no step of this machine has the cost 'vmentri'",
        "--force vmentry;so that it has no far end",
        "--force all --each-design;'--force' tells of one design, or of two with '--compare'",
        "--split lost-wakeup;has no property 'lost-wakeup'; did you mean 'lost-wake-up'?",
        "--split lost-wake-up --each-design;'--split' tells of one design, or of two"})
    void whatElseMakesNoSenseIsRefusedInOneSentence(String words, String sentence) {
        refuses(words, sentence);
    }

    private static void refuses(String words, String sentence) {
        Typed typed = Typed.line(RACE + words);
        assertThat(typed.status()).as(words).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(sentence);
        assertThat(typed.err().strip().lines()).hasSize(1);
    }
}
