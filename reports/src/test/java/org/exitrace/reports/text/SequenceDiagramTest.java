package org.exitrace.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.MadeUpRun;
import org.exitrace.reports.sample.MailboxRuns;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {

    @Test
    void drawsTheLostRingAsTheReviewedFileDoes() {
        Golden.check("lost-ring.mmd", SequenceDiagram.of(MailboxRuns.lostRing()));
    }

    @Test
    void namesALaneForEachActorAlsoWhereNobodyActs() {
        assertThat(SequenceDiagram.of(MadeUpRun.of(2, 0, "", false))).startsWith(
                "sequenceDiagram\n    participant a0 as bsp\n    participant a1 as ap1\n");
    }

    @Test
    void hasNoCharacterThatMermaidTakesForItsOwn() {
        String text = SequenceDiagram.of(MadeUpRun.of(2, 6, ";#\u2014<x>", false));

        assertThat(text.lines().skip(1)).allMatch(line ->
                line.replace("<br/>", "").replaceAll("#(35|59|lt);", "")
                        .chars().noneMatch(c -> c == ';' || c == '#' || c == '<'));
    }
}
