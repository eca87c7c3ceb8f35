package org.exitrace.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.text.CsvStudy;
import org.exitrace.reports.text.HdrLog;
import org.exitrace.reports.text.TextStudy;
import org.exitrace.reports.text.TextTiming;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.reports.view.TimingView;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.RunsPlan.Strategy;
import org.exitrace.scenarios.profile.ProfileFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes many timed runs. */
@Command(name = "time",
        description = "Makes many timed runs, each to its end, and tells the distribution of their"
                + " times, and how often each property broke, with 95 %% intervals."
                + SampleJudge.RULE + " With --compare, --sweep or --each-design nothing is"
                + " judged.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace time ap-boot/lost-wake-up --runs 10000",
            "  ./exitrace time ap-boot/lost-wake-up --compare original,repaired --precision 0.1%%",
            "  ./exitrace time ap-boot/lost-wake-up --sweep ovmf.bsp-work=1us..1ms --runs 2000",
            "  ./exitrace time vtl/boot --each-design",
            "  ./exitrace time my-own.yaml --profile amd-snp-genoa --html t.html --out t.csv"
        })
final class TimeVerb extends Verb {

    @Mixin private ScenarioChoice choice;
    @Mixin private TimedSampling sampling;
    @Mixin private ProfileOption timing;
    @Mixin private CompareOption compare;
    @Mixin private SweepOption sweep;
    @Option(names = "--each-design", order = 17,
            description = "Run every design of the scenario: what each takes, and where its time"
                    + " goes, side by side.")
    private boolean eachDesign;

    @Mixin private WindowOption window;
    @Mixin private ForceOption force;
    @Mixin private SplitOption split;
    @Mixin private StudyFiles files;
    @Mixin private PageOption page;

    TimeVerb(Session session) {
        super(VerbName.TIME, session);
    }

    @Override
    Answer answer() {
        page.check();
        files.check();
        compare.check();
        sweep.check();
        if (compare.isGiven() && sweep.isGiven()) {
            throw new UnusableInputException("'--compare' and '--sweep' are two studies; make one"
                    + " after the other");
        }
        if (eachDesign && (compare.isGiven() || sweep.isGiven() || choice.namesDesign())) {
            throw new UnusableInputException("'--each-design' runs all designs, each as it stands;"
                    + " leave '--design', '--compare' and '--sweep' out");
        }
        if ((force.isGiven() || split.isGiven()) && (eachDesign || sweep.isGiven())) {
            throw new UnusableInputException("'" + (force.isGiven() ? "--force" : "--split")
                    + "' tells of one design, or of two with '--compare', under one profile; leave"
                    + " '--each-design' and '--sweep' out");
        }
        Chosen chosen = choice.choose(session().library());
        sampling.sample().otherwise(chosen, Strategy.TIMED);
        TimedStudies studies = new TimedStudies(
                session(), chosen, sampling, timing, sweep, window, force, split, this::wantsToSave,
                choice.words());
        if (eachDesign) {
            return studies.eachDesign(chosen.scenario().designs().stream()
                    .map(design -> new CompareOption.Arm(design.name(),
                            choice.in(chosen.scenario(), design.name()))).toList());
        }
        return compare.isGiven() ? studies.compared(compare, compare.arms(choice, chosen))
                : sweep.isGiven() ? studies.swept() : judged(chosen);
    }

    private Answer judged(Chosen chosen) {
        Model model = chosen.model();
        ProfileFile profile =
                timing.profile(session().library(), chosen).usedBy(List.of(model));
        TimingProfile times = sweep.times(profile.times(), model);
        force.check(times, model);
        split.check(model);
        TimingSamples samples = sampling.runs(
                chosen, times, sampling.sample().seed(), session(), "");
        Judgement judgement = judgement(chosen, samples);
        String again = again(chosen);
        Optional<String> brokenRun = brokenRun(chosen, samples);
        TimingView view = view(chosen, samples, profile, "");
        SpentTime spent = SpentTime.of(model, samples);
        WindowOption.Told race = window.tell(
                chosen, times, samples, sampling, session(), "", again);
        List<StudyPart> parts = new ArrayList<>(race.parts());
        List<StudyPart> forced = force.parts(Map.of("", chosen), times,
                new long[] {samples.seed()}, WindowOption.ids(chosen, samples), sampling,
                session(), again);
        parts.addAll(forced);
        List<StudyPart> near = split.parts(Map.of("", chosen), times, List.of(samples), sampling,
                window, session(), again);
        parts.addAll(near);
        ExitsView exits = new ExitsView("", samples.exits());
        parts.addAll(spentParts(exits, spent));
        JsonObject document = TimingStudy.json(chosen, samples, profile, view)
                .putAll(race.json()).put("forced", StudyFigures.ofParts(forced))
                .put("split", StudyFigures.ofParts(near)).put("spent", spent.json())
                .put("exits", exits.json()).put("judgement", Shown.json(judgement))
                .put("brokenRun", brokenRun.orElse("")).put("repeat", again);
        Answer answer = new Answer(ExitStatus.of(judgement.verdict()),
                text(samples, profile, TextTiming.of(view).stripTrailing() + "\n"
                        + TextStudy.parts(parts) + "\n", judgement)
                        + brokenRun.orElse(again) + "\n", document);
        wantsToSave(answer, () -> HtmlReport.timing(
                view(chosen, samples, profile, again), AssumedView.behind(parts, profile)),
                () -> CsvStudy.of(TimingStudy.figures(view, parts)), view.measures());
        return answer;
    }

    private static List<StudyPart> spentParts(ExitsView exits, SpentTime spent) {
        List<StudyPart> parts = new ArrayList<>(exits.parts(spent.exits()));
        parts.addAll(new SpentView("", spent).parts());
        return parts;
    }

    private Judgement judgement(Chosen chosen, TimingSamples samples) {
        return SampleJudge.ofRuns(chosen, samples.firstBrokenNs().keySet(), samples.runs())
                .someOf().ended(samples.ends(), sampling.steps(), samples.interrupted())
                .judgement();
    }

    private String again(Chosen chosen) {
        List<String> more = new ArrayList<>(
                List.of("--profile", Shell.quoted(timing.name(chosen))));
        more.addAll(sweep.costWords());
        more.addAll(window.words());
        more.addAll(force.words());
        more.addAll(split.words());
        return chosen.command("time", sampling.words(
                sampling.sample().seed(), more.toArray(String[]::new)));
    }

    /** Saves what was told where that was asked for, behind the answer. */
    private void wantsToSave(Answer answer, Supplier<String> html, Supplier<String> csv,
            List<TimingView.Measure> latencies) {
        Map<StudyFiles.Kind, Supplier<String>> contents = new EnumMap<>(StudyFiles.Kind.class);
        contents.put(StudyFiles.Kind.CSV, csv);
        contents.put(StudyFiles.Kind.JSON, () -> document(answer).document());
        contents.put(StudyFiles.Kind.HDR_LOG, () -> HdrLog.of(latencies));
        afterwards(() -> page.save(html));
        afterwards(() -> files.save(contents));
    }

    private TimingView view(
            Chosen chosen, TimingSamples samples, ProfileFile profile, String repeat) {
        return TimingStudy.view(chosen.model(), samples,
                chosen.heading(profile.name(), Long.toString(samples.seed()), repeat));
    }

    private static String text(TimingSamples samples, ProfileFile profile, String told,
            Judgement judgement) {
        Sheet sheet = new Sheet().block(told);
        List<String> ends = new ArrayList<>();
        samples.ends().forEach((end, count) -> ends.add(count + " " + Endings.told(end)));
        sheet.add("ends", String.join(", ", ends)).add("standstill", samples.standstill());
        sheet.add("assumed", TimingStudy.assumed(profile));
        sheet.add("other machine", TimingStudy.foreign(profile));
        Shown.write(judgement, sheet.gap());
        return sheet.toString();
    }

    /**
     * The first run that broke something, the unexpected first; not where costs were set by hand,
     * which a single run cannot be told.
     */
    private Optional<String> brokenRun(Chosen chosen, TimingSamples samples) {
        List<String> ids = new ArrayList<>(samples.brokenRuns().keySet());
        ids.removeAll(chosen.design().expectation().broken());
        ids.addAll(samples.brokenRuns().keySet());
        return sweep.setsCosts() ? Optional.empty() : ids.stream().findFirst().map(id ->
                chosen.command("run", "--profile", Shell.quoted(timing.name(chosen)), "--seed",
                        Long.toString(RandomStream.seedOfRun(
                                samples.seed(), samples.firstBroken(id)))));
    }
}
