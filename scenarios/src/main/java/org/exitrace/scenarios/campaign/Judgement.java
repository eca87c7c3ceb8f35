package org.exitrace.scenarios.campaign;

/**
 * A verdict with its reason.
 *
 * @param verdict whether what was expected was shown
 * @param why what was shown, in one sentence
 */
public record Judgement(Verdict verdict, String why) {

    static Judgement passed(String why) {
        return new Judgement(Verdict.PASSED, why);
    }

    static Judgement failed(String why) {
        return new Judgement(Verdict.FAILED, why);
    }

    static Judgement undecided(String why) {
        return new Judgement(Verdict.UNDECIDED, why);
    }
}
