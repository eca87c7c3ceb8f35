package org.exitrace.scenarios.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exitrace.scenarios.family.FamilyTexts.problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sentence, with line and remedy, for each way in which a family can be wrong. */
class BadFamilyTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " = ", quoteCharacter = '"', textBlock = """
            about: Sleepers    = abuot: Sleepers    = unknown key 'abuot'; did you mean 'about'?
            format: 1          = format: 2          = f.yaml:1:9: this file has format 2, but
            family: falling    = family: Falling    = f.yaml:2:1: 'family' must be the family's name
            {steel: nobody     = {stel: nobody      = 16:15: there is no scenario of this family
            {falling-asleep: l = {faling-asleep: l  = no switch of a machine here 'faling-asleep'
            looking-again}     = looking-agin}      = has no value 'looking-agin'; did you mean
            {sleepers: 1}      = {sleeprs: 1}       = parameter of a machine here 'sleeprs'; did you
            {sleepers: 1}      = {sleepers: 7}      = 15:25: 'sleepers' is a whole number from 1 to
            kind: doorbell, sleepers: 2, bell = kind: dorbell, bell = no kind of machine 'dorbell'
            machine: {kind: doorbell, sleepers: 2, bell: steel} = entry: own/none = 23:12: the cat
            machine: {kind: doorbell, sleepers: 2, bell: steel} = design: one = 23:5: 'design' is on
            machine: {kind: doorbell, sleepers: 2, bell: steel} = explore: true = 21:3: this scenari
            in: [brass, steel] = in: [bras, steel]  = 30:10: this family has no scenario 'bras'; did
            in: [brass, small] = except: [bras]     = 33:14: this family has no scenario 'bras'; did
            [deadlock, every   = [dedlock, every    = 31:18: scenario 'brass' has no property 'dedlo
            [deadlock, every   = [everyone-woke, every = 31:33: property 'everyone-woke' stands twic
            costs: [ring]      = costs: [rng]       = 35:21: no step of a machine here has the cost
            'sleeper1 *'       = 'nobody at all *'  = 35:36: no step has the name 'nobody at all *';
            strike'            = strke'             = 40:13: no step has the name 'ringer ring: str
            begins: 'ringer ring: strike' = seed: 1  = 37:3: operation 'ringing' needs both 'begins'
            scenario: steel    = scenario: stel     = 46:15: this family has no scenario 'stel'; did
            runs: 50           = runs: 0            = must be how many runs are made, a whole number
            sources: [made up] = profile: none      = key 'sources' is missing; it is a list of at
            """)
    void tellsWhereAndWhatElse(String part, String replacement, String sentence) {
        assertThat(problems(part, replacement)).anyMatch(told -> told.contains(sentence));
    }

    @Test
    void readsTheGoodFileWithoutAWord() {
        assertThat(problems("format: 1", "format: 1")).isEmpty();
    }

    @Test
    void tellsOfAScenarioThatAppliesToNoDesign() {
        assertThat(problems("{kind: doorbell, sleepers: 2, bell: steel}",
                "{kind: doorbell, sleepers: 3, bell: steel}")).contains("f.yaml:21:3: scenario"
                        + " 'steel' applies to no column: nobody made one; change it, or remove"
                        + " it");
    }

    @Test
    void refusesScenariosThatAreNamedAndExceptedAtOnce() {
        assertThat(problems("    in: [brass, small]\n", "    in: [brass]\n    except: [small]\n"))
                .containsExactly("f.yaml:34:13: this group has both 'in' and 'except'; keep one of"
                        + " the two");
    }

    @Test
    void refusesASwitchThatIsFixedAndSetByAColumn() {
        assertThat(problems("bell: steel}", "bell: steel}\n    switches: {falling-asleep:"
                + " blindly}")).anyMatch(told -> told.startsWith("f.yaml:11:16: switch"
                        + " 'falling-asleep' is fixed for the whole scenario in line 24;"));
    }
}
