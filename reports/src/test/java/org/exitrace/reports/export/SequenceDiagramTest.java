package org.exitrace.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.sourceforge.plantuml.skin.UmlDiagramType;
import net.sourceforge.plantuml.syntax.SyntaxChecker;
import net.sourceforge.plantuml.syntax.SyntaxResult;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.MadeUpRun;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.view.RunView;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {

    @Test
    void drawsTheLostRingAsTheReviewedFileDoes() {
        Golden.check("lost-ring.mmd", SequenceDiagram.mermaid(MailboxRuns.lostRing()));
    }

    @Test
    void namesALaneForEachActorAlsoWhereNobodyActs() {
        assertThat(SequenceDiagram.mermaid(MadeUpRun.of(2, 0, "", false))).startsWith(
                "sequenceDiagram\n    participant a0 as bsp\n    participant a1 as ap1\n");
    }

    @Test
    void hasNoCharacterThatMermaidTakesForItsOwn() {
        String text = SequenceDiagram.mermaid(MadeUpRun.of(2, 6, ";#\u2014<x>", false));

        assertThat(text.lines().skip(1)).allMatch(line ->
                line.replace("<br/>", "").replaceAll("#(35|59|lt);", "")
                        .chars().noneMatch(c -> c == ';' || c == '#' || c == '<'));
    }

    @Test
    void drawsTheSameForPlantUml() {
        Golden.check("lost-ring.puml", SequenceDiagram.plantUml(MailboxRuns.lostRing()));
    }

    @Property(tries = 60)
    @Domain(HostileTexts.class)
    void plantUmlTakesEachDiagramForOne(@ForAll RunView run) {
        SyntaxResult result = SyntaxChecker.checkSyntax(SequenceDiagram.plantUml(run));

        assertThat(result.isError()).as(() -> result.getErrors().toString()).isFalse();
        assertThat(result.getUmlDiagramType()).isEqualTo(UmlDiagramType.SEQUENCE);
        assertThat(result.getDescription()).isEqualTo("(3 participants)");
    }
}
