package org.exitrace.reports.export;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.domains.DomainContextBase;
import org.exitrace.reports.sample.MadeUpRun;
import org.exitrace.reports.view.RunView;

/** Runs in which each text has signs that some format takes for its own. */
final class HostileTexts extends DomainContextBase {

    @Provide
    Arbitrary<RunView> runs() {
        StringArbitrary marks = Arbitraries.strings().withChars(
                " \t\n\r\"\\'`$#&<>[]{}();:,%~|=@!/*-_.\u00e9\u2192\u0000".toCharArray())
                .withCharRange('a', 'z').withCharRange('\u0100', '\u2fff')
                .ofMaxLength(12);
        Arbitrary<String> pairs = marks.map(mark -> mark + "\ud83d\ude00");
        return Arbitraries.oneOf(marks, pairs).flatMap(mark -> Arbitraries.integers().between(0, 12)
                .flatMap(steps -> Arbitraries.of(true, false)
                        .map(timed -> MadeUpRun.of(3, steps, mark, timed))));
    }
}
