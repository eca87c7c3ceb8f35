package org.exitrace.cli;

import java.util.List;
import java.util.Optional;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.reports.text.TextTrace;
import org.exitrace.scenarios.campaign.Judge;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.WrongCalls;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a failing schedule short. */
@Command(name = "shrink",
        description = "Looks for the shortest schedule that breaks the same property, and then for"
                + " the smallest machine on which it breaks.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace shrink failure.json --out short.json",
            "  ./exitrace shrink xt1.ap-boot/lost-wake-up.WVQ..."})
final class ShrinkVerb extends Verb {

    @Mixin private ScheduleChoice choice;
    @Mixin private OutOption out;

    @Option(names = "--property", paramLabel = "ID", order = 10,
            description = "Of several properties that it breaks, the one that is kept broken; the"
                    + " first unless told otherwise.")
    private String property;

    ShrinkVerb(Session session) {
        super(VerbName.SHRINK, session);
    }

    @Override
    Answer answer() {
        out.check();
        LocatedSchedule located = choice.find(session().library());
        Chosen chosen = Chosen.of(located);
        Replayed replayed = Replayed.of(located, session());
        replayed.refuseDivergence();
        List<String> broken =
                replayed.trace().broken().keySet().stream().map(Property::id).toList();
        Shortening shortening = Shortening.of(
                chosen, located.schedule(), property(chosen, broken), session());
        afterwards(() -> out.save(shortening.schedule()));
        Judgement judgement = judged(shortening.chosen(), shortening.schedule());
        String repeat = Repeat.line(shortening.chosen(), shortening.schedule(), out.path(),
                "./exitrace shrink " + Shell.quoted(choice.written()));
        Sheet sheet = new Sheet().block(TextTrace.of(shortening.view(""))).gap()
                .add("shrunk", shortening.told()).gap();
        Shown.write(judgement, sheet);
        sheet.line(repeat);
        return new Answer(ExitStatus.of(judgement.verdict()), sheet.toString(),
                chosen.json().put("judgement", Shown.json(judgement))
                        .put("shrunk", shortening.json(repeat)).put("repeat", repeat));
    }

    /** By what the short schedule shows where it can be taken: its last line repeats that. */
    private static Judgement judged(Chosen smallest, Schedule schedule) {
        Scenario scenario = smallest.scenario();
        ScenarioDesign design = LocatedSchedule.designOf(scenario,
                smallest.design().switches(), smallest.design().machine());
        return WrongCalls.behind(new Judge(scenario, design.expectation())
                .ofReplayed(schedule, smallest.replay(schedule)),
                scenario, design, List.of(schedule.steps()));
    }

    private String property(Chosen chosen, List<String> broken) {
        if (broken.isEmpty()) {
            throw new UnusableInputException("this schedule breaks no property, so there is"
                    + " nothing to shrink; name one that does");
        }
        if (property != null && !broken.contains(property)) {
            throw new UnusableInputException("this schedule does not break property '" + property
                    + "'; " + DidYouMean.remedy(property, broken));
        }
        return Optional.ofNullable(property).orElse(FuzzJudge.property(chosen, broken));
    }
}
