package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.explore.Bounds;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.explore.ExplorationResult;
import org.exitrace.engine.explore.Outcome;
import org.exitrace.engine.explore.Progress;
import org.exitrace.engine.explore.PropertyVerdict;
import org.exitrace.engine.explore.Witness;
import org.exitrace.engine.schedule.Schedule;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.TextExploration;
import org.exitrace.reports.view.ExplorationView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.TraceView;
import org.exitrace.scenarios.campaign.Judge;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.WrongCalls;
import org.exitrace.scenarios.file.ExplorationPlan;
import org.exitrace.scenarios.schedule.Recordings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Searches all interleavings. */
@Command(name = "explore",
        description = "Searches all interleavings of a design up to stated bounds, those of the"
                + " scenario unless told otherwise. Stops at the first broken property, unless"
                + " the scenario expects several, names states that must be reached, or has"
                + " scripts.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace explore ap-boot/lost-wake-up",
            "  ./exitrace explore ap-boot/lost-wake-up --design repaired --machine aps=3",
            "  ./exitrace explore ghcb/double-fetch --design p-7-3 --adversary 2",
            "  ./exitrace explore my-own.yaml --states 5000000 --order depth-first --continue",
            "  ./exitrace explore ap-boot/lost-wake-up --dot lost-wake-up.dot --limit 50"})
final class ExploreVerb extends Verb {

    @Mixin private ScenarioChoice choice;
    @Mixin private AdversaryOption adversary;
    @Mixin private ExploreSettings settings;
    @Mixin private OutOption out;
    @Mixin private PageOption page;
    @Mixin private GraphOption graph;

    @Option(names = "--continue", order = 15,
            description = "Go on behind broken properties, until everything was seen.")
    private boolean goesOn;

    ExploreVerb(Session session) {
        super(VerbName.EXPLORE, session);
    }

    @Override
    Answer answer() {
        out.check();
        page.check();
        graph.check();
        Chosen base = choice.choose(session().library());
        ExplorationPlan plan = settings.plan(base.design().exploration());
        Bounds bounds = settings.bounds(plan);
        List<HostileSearch> hostile = adversary.isGiven() ? adversary.searches(
                base, goesOn, one -> searched(one, plan, bounds)) : List.of();
        Chosen chosen = hostile.isEmpty() ? base : HostileSearch.deciding(hostile).chosen();
        ExplorationResult result = hostile.isEmpty() ? searched(base, plan, bounds)
                : HostileSearch.deciding(hostile).result();
        console().endProgress();
        Judgement judgement = WrongCalls.behind(
                new Judge(chosen.scenario(), chosen.design().expectation()).of(result),
                chosen.scenario(), chosen.design(), result);
        Optional<PropertyVerdict> found = told(chosen, result);
        Optional<Schedule> schedule = found.flatMap(PropertyVerdict::witness)
                .map(witness -> Recordings.ofSteps(
                        chosen.scenario(), chosen.design(), witness.once()));
        schedule.ifPresent(s -> afterwards(() -> out.save(s)));
        String again = again(base);
        String repeat = schedule.filter(s -> !s.breaks().isEmpty())
                .map(s -> Repeat.line(chosen, s, out.path(), again)).orElse(again);
        String limits = ExploreSettings.told(bounds, plan);
        afterwards(() -> page.save(
                () -> HtmlReport.exploration(view(chosen, result, limits, repeat))));
        ExplorationView view = view(chosen, result, limits, "");
        Sheet sheet = sheet(view, hostile, result, judgement);
        graph.reach(chosen, sheet);
        afterwards(() -> graph.save(chosen));
        if (!result.isClean()) {
            sheet.line(repeat);
        }
        return new Answer(ExitStatus.of(judgement.verdict()), sheet.toString(),
                document(chosen, result, view, judgement, repeat)
                        .put("adversary", HostileSearch.json(hostile))
                        .put("graph", graph.json()));
    }

    private static Sheet sheet(ExplorationView view, List<HostileSearch> hostile,
            ExplorationResult result, Judgement judgement) {
        Sheet sheet = new Sheet().block(TextExploration.of(view)).gap();
        if (!hostile.isEmpty()) {
            sheet.block(HostileSearch.told(hostile)).gap();
        }
        result.error().ifPresent(error -> sheet.add("error", error.message()));
        Shown.write(judgement, sheet);
        return sheet;
    }

    private String again(Chosen base) {
        List<String> words = new ArrayList<>(adversary.words());
        words.addAll(List.of(settings.words(goesOn)));
        return base.command("explore", words.toArray(String[]::new));
    }

    private ExplorationResult searched(Chosen chosen, ExplorationPlan plan, Bounds bounds) {
        ProgressLine line = new ProgressLine(console(), "states");
        Exploration search = new Exploration(
                settings.model(chosen.scenario().build(chosen.design())))
                .order(plan.order()).within(bounds).until(session().interrupted())
                .tell(progress -> line.at(progress.states(), more(progress)));
        boolean seeksMore = goesOn || chosen.design().expectation().broken().size() > 1
                || !chosen.scenario().reach().isEmpty()
                || !chosen.design().machine().scripts().isEmpty();
        if (!seeksMore) {
            search.stopAtFirstBroken();
        }
        if (settings.isWide()) {
            search.wideFingerprints();
        }
        return search.go();
    }

    /** What goes behind the states in a line of progress. */
    static String more(Progress progress) {
        return "  " + Durations.grouped(progress.transitions()) + " transitions  depth "
                + progress.depth() + "  " + Durations.grouped(progress.frontier()) + " waiting  "
                + (progress.bytes() >> 20) + " MiB";
    }

    /** The broken property that is told first: the story, where that is among them. */
    private static Optional<PropertyVerdict> told(Chosen chosen, ExplorationResult result) {
        Optional<String> story = chosen.design().expectation().brokenProperty();
        List<PropertyVerdict> broken = result.broken().stream()
                .filter(verdict -> verdict.witness().isPresent()).toList();
        return broken.stream().filter(verdict -> story.isEmpty()
                        || verdict.property().id().equals(story.get())).findFirst()
                .or(() -> broken.stream().findFirst());
    }

    private ExplorationView view(
            Chosen chosen, ExplorationResult result, String bounds, String repeat) {
        return ExplorationView.of(chosen.heading("", "", repeat), List.of(bounds), result,
                witness -> replayed(chosen, witness));
    }

    private static RunView replayed(Chosen chosen, Witness witness) {
        Schedule schedule =
                Recordings.ofSteps(chosen.scenario(), chosen.design(), witness.once());
        return TraceView.replay(chosen.scenario().build(chosen.design()), witness.once(),
                chosen.heading("", "", Repeat.line(chosen, schedule, null, "")),
                Lanes.of(chosen));
    }

    private static JsonObject document(Chosen chosen, ExplorationResult result,
            ExplorationView view, Judgement judgement, String repeat) {
        List<JsonObject> properties = new ArrayList<>();
        for (PropertyVerdict verdict : result.properties()) {
            Optional<Witness> witness = verdict.witness()
                    .filter(w -> verdict.outcome() == Outcome.BROKEN);
            properties.add(new JsonObject().put("id", verdict.property().id())
                    .put("kind", verdict.property().kind().toString())
                    .put("outcome", verdict.outcome().toString()).put("why", verdict.why())
                    .put("schedule", witness.map(Witness::steps))
                    .put("cycle", witness.map(Witness::cycle)));
        }
        return chosen.json().put("order", view.strategy()).put("bounds", view.bounds())
                .put("exhaustive", result.isExhaustive()).put("end", result.end().name())
                .put("states", result.states()).put("transitions", result.transitions())
                .put("depth", result.depth()).put("statesAtRest", result.statesAtRest())
                .put("frontier", result.frontier()).put("peakBytes", result.peakBytes())
                .put("fingerprintBits", result.fingerprintBits())
                .put("collisionBound", result.collisionBound())
                .put("properties", properties)
                .put("neverFired", result.neverFiredNames())
                .put("error", result.error().map(error -> error.message()))
                .put("judgement", Shown.json(judgement)).put("repeat", repeat);
    }
}
