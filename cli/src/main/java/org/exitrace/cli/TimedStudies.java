package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.text.CsvStudy;
import org.exitrace.reports.text.TextStudy;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.reports.view.StudyView;
import org.exitrace.reports.view.StudyView.Fact;
import org.exitrace.reports.view.TimingView;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.profile.ProfileFile;

/** Studies of several sets of timed runs: they tell, and judge nothing. */
final class TimedStudies {

    private final Session session;
    private final Chosen chosen;
    private final TimedSampling sampling;
    private final ProfileOption timing;
    private final SweepOption sweep;
    private final WindowOption window;
    private final ForceOption force;
    private final SplitOption split;
    private final Saving saving;
    private final List<String> given;

    /** Where what was told goes to, beside the terminal. */
    @FunctionalInterface
    interface Saving {
        /** Saves {@code answer}, as a page and as figures, and the latencies. */
        void save(Answer answer, Supplier<String> html, Supplier<String> csv,
                List<TimingView.Measure> latencies);
    }

    TimedStudies(Session session, Chosen chosen, TimedSampling sampling, ProfileOption timing,
            SweepOption sweep, WindowOption window, ForceOption force,
            SplitOption split, Saving saving, List<String> given) {
        this.session = session;
        this.chosen = chosen;
        this.sampling = sampling;
        this.timing = timing;
        this.sweep = sweep;
        this.window = window;
        this.force = force;
        this.split = split;
        this.saving = saving;
        this.given = given;
    }

    /** Two designs held against each other. */
    Answer compared(CompareOption compare, List<CompareOption.Arm> arms) {
        List<Model> models = arms.stream().map(arm -> arm.chosen().model()).toList();
        List<ProfileFile> profiles = arms.stream().map(arm ->
                timing.profile(session.library(), arm.chosen())).toList();
        ProfileFile used = profiles.get(0).usedBy(models);
        force.check(times(used, arms.get(0).chosen()), models.toArray(Model[]::new));
        models.forEach(split::check);
        List<TimingSamples> samples = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (CompareOption.Arm arm : arms) {
            long own = samples.isEmpty() ? seed() : compare.secondSeed(seed());
            samples.add(sampling.runs(arm.chosen(), times(profiles.get(samples.size()),
                    arm.chosen()), own, session, " of " + arm.name()));
            List<String> words = new ArrayList<>(costsAndWindow());
            words.addAll(force.words(arm.chosen().model()));
            words.addAll(split.words());
            commands.add(arm.chosen().command("time", words(own, words)));
        }
        ComparedTimes times = new ComparedTimes(
                arms, samples, compare.isPaired(), compare.precision());
        List<String> more = new ArrayList<>(compare.words());
        more.addAll(costsAndWindow());
        more.addAll(force.words());
        more.addAll(split.words());
        String again = compare.namesDesigns() ? asGiven(more)
                : chosen.command("time", words(seed(), more));
        JsonObject races = new JsonObject();
        List<StudyPart> parts = parts(times, used, commands, races);
        return answer(new StudyView("Two designs, " + Durations.grouped(times.pairs())
                + " timed runs of each", arms.get(0).chosen().heading(
                used.name(), Long.toString(seed()), again), arms.get(0).name(),
                facts(times, used), parts), samples, used,
                List.of(measure(arms.get(0).name(), times.first()),
                        measure(arms.get(1).name(), times.second())),
                setAside(arms).putAll(races));
    }

    private List<Fact> facts(ComparedTimes times, ProfileFile used) {
        String first = times.arms().get(0).name();
        String second = times.arms().get(1).name();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("compared", first + " | " + second));
        times.differences().forEach(line -> facts.add(new Fact("differ in", line)));
        times.setAside().forEach(line -> facts.add(new Fact("set aside", line + " of "
                + second + ": both are on the machine of " + first)));
        facts.add(new Fact("runs", Durations.grouped(times.first().runs()) + " | "
                + Durations.grouped(times.second().runs())));
        addAssumed(used, facts);
        return facts;
    }

    /** All parts; what programs see of the races is put into {@code races}. */
    private List<StudyPart> parts(ComparedTimes times, ProfileFile used, List<String> commands,
            JsonObject races) {
        Map<String, Chosen> designs = new LinkedHashMap<>();
        times.arms().forEach(arm -> designs.put(arm.name(), arm.chosen()));
        TimingProfile first = times(used, times.arms().get(0).chosen());
        List<StudyPart> rare = new ArrayList<>(force.parts(designs, first,
                times.samples().stream().mapToLong(TimingSamples::seed).toArray(),
                times.ids(), sampling, session, ""));
        rare.addAll(split.parts(
                designs, first, times.samples(), sampling, window, session, ""));
        List<StudyPart> parts = new ArrayList<>(
                new ComparedView(times).parts(rare, spent(times, commands)));
        List<WindowOption.Told> told = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            Chosen arm = times.arms().get(i).chosen();
            told.add(window.tell(arm, times(used, arm), times.samples().get(i), sampling,
                    session, times.arms().get(i).name(), commands.get(i)));
            parts.addAll(told.get(i).parts());
        }
        races.putAll(WindowOption.Told.json(told));
        return parts;
    }

    /** Where the time of both went, side by side, and then exits and queues of each. */
    private static List<StudyPart> spent(ComparedTimes times, List<String> commands) {
        DesignsView both = new DesignsView();
        List<StudyPart> alone = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            CompareOption.Arm arm = times.arms().get(i);
            TimingSamples samples = times.samples().get(i);
            SpentTime spent = SpentTime.of(arm.chosen().model(), samples);
            both.add(arm.name(), samples, spent);
            List<StudyPart> own = new ArrayList<>(
                    new ExitsView(arm.name(), samples.exits()).parts(spent.exits()));
            own.addAll(new SpentView(arm.name(), spent).waits());
            if (own.isEmpty()) {
                own.add(StudyPart.saying("One design alone: " + arm.name(),
                        List.of("Nobody exits and enters again, and no step waited."), ""));
            }
            own.add(own.remove(own.size() - 1).repeatedBy(commands.get(i)));
            alone.addAll(own);
        }
        List<StudyPart> parts = new ArrayList<>(both.parts());
        parts.addAll(alone);
        return parts;
    }

    /** What of whose own machine was set aside, so that all have that of the first. */
    private static JsonObject setAside(List<CompareOption.Arm> arms) {
        return new JsonObject().put("setAside", arms.stream()
                .flatMap(arm -> arm.setAside().stream().map(line -> new JsonObject()
                        .put("design", arm.name()).put("machine", line))).toList());
    }

    /** Every design of a scenario, side by side, on the machine of the first. */
    Answer eachDesign(List<CompareOption.Arm> own) {
        Chosen first = own.get(0).chosen();
        List<CompareOption.Arm> designs = own.stream().map(arm -> arm.beside(first)).toList();
        DesignsView view = new DesignsView();
        List<TimingSamples> samples = new ArrayList<>();
        List<TimingView.Measure> latencies = new ArrayList<>();
        ProfileFile profile = timing.profile(session.library(), chosen)
                .usedBy(designs.stream().map(arm -> arm.chosen().model()).toList());
        for (CompareOption.Arm arm : designs) {
            if (!session.interrupted().getAsBoolean()) {
                String name = arm.name();
                Chosen each = arm.chosen();
                TimingSamples made = sampling.runs(
                        each, times(profile, each), seed(), session, " of " + name);
                samples.add(made);
                view.add(name, made, SpentTime.of(each.model(), made));
                latencies.add(measure(name, made));
            }
        }
        List<String> more = new ArrayList<>(List.of("--each-design"));
        more.addAll(sweep.costWords());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("designs", Integer.toString(designs.size())));
        if (!given.isEmpty()) {
            facts.add(new Fact("changed", "in each: " + String.join(" ", given)));
        }
        addMachines(designs, facts);
        facts.add(new Fact("runs", Durations.grouped(sampling.sample().runs()) + " of each"));
        addAssumed(profile, facts);
        return answer(new StudyView("Each design", first.heading(profile.name(),
                Long.toString(seed()), asGiven(more)), own.get(0).name(), facts,
                view.parts()), samples, profile, latencies, setAside(designs));
    }

    /** Which designs are not on their own machine, or not on that of the first. */
    private static void addMachines(List<CompareOption.Arm> designs, List<Fact> facts) {
        String first = designs.get(0).name();
        for (CompareOption.Arm arm : designs) {
            arm.setAside().forEach(line -> facts.add(new Fact("set aside", line + " of "
                    + arm.name() + ": all are on the machine of " + first)));
            arm.kept(designs.get(0).chosen()).forEach(line -> facts.add(new Fact("differ in",
                    line + " of " + arm.name() + ", which the machine of " + first
                            + " does not fit")));
        }
    }

    private List<String> costsAndWindow() {
        List<String> words = new ArrayList<>(sweep.costWords());
        words.addAll(window.words());
        return words;
    }

    /** The command of a study that names designs itself: what else was chosen holds for each. */
    private String asGiven(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(given);
        return chosen.in(chosen.scenario().usualDesign()).command("time", words(seed(), all));
    }

    /** One cost from one value to another. */
    Answer swept() {
        Model model = chosen.model();
        ProfileFile profile =
                timing.profile(session.library(), chosen).usedBy(List.of(model));
        SweptTimes times = new SweptTimes(sweep);
        List<TimingSamples> samples = new ArrayList<>();
        List<TimingView.Measure> latencies = new ArrayList<>();
        for (SweepOption.Point point : sweep.points(
                sweep.times(profile.times(), model), model)) {
            if (!session.interrupted().getAsBoolean()) {
                samples.add(sampling.runs(chosen, point.times(), seed(), session,
                        " at " + point.written()));
                times.add(point, samples.get(samples.size() - 1));
                latencies.add(measure(sweep.key() + "=" + point.written(),
                        samples.get(samples.size() - 1)));
            }
        }
        List<String> more = new ArrayList<>(sweep.words());
        more.addAll(sweep.costWords());
        List<String> one = new ArrayList<>(sweep.costWords());
        one.addAll(List.of("--cost", sweep.key() + "="));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("design", chosen.designAsWritten()));
        if (!given.isEmpty()) {
            facts.add(new Fact("changed", "in it: " + String.join(" ", given)));
        }
        facts.add(new Fact("swept", sweep.key() + ", " + samples.size() + " points"));
        facts.add(new Fact("runs", Durations.grouped(sampling.sample().runs()) + " at each point"));
        addAssumed(profile, facts);
        return answer(new StudyView("One cost over a range", chosen.heading(profile.name(),
                Long.toString(seed()), chosen.command("time", words(seed(), more))), "", facts,
                times.parts(chosen.command("time", words(seed(), one)))), samples, profile,
                latencies, new JsonObject());
    }

    private static TimingView.Measure measure(String of, TimingSamples samples) {
        return new TimingView.Measure("end of the run, " + of, samples.endNs());
    }

    private Answer answer(StudyView view, List<TimingSamples> samples, ProfileFile profile,
            List<TimingView.Measure> latencies, JsonObject more) {
        List<Figure> figures = view.parts().stream()
                .flatMap(part -> part.figures().stream()).toList();
        JsonObject document = chosen.json().put("profile", profile.name())
                .put("assumed", profile.assumedKeys())
                .put("ofOtherMachines", profile.foreignKeys()).put("seed", seed())
                .put("runs", samples.stream().map(TimingSamples::runs).toList())
                .put("ends", samples.stream().map(TimingSamples::ends).toList())
                .putAll(more).put("figures", StudyFigures.json(figures))
                .put("repeat", view.heading().reproduction());
        Answer answer = Answer.of(TextStudy.of(view), document);
        StudyView page = view.with(AssumedView.behind(view.parts(), profile));
        saving.save(answer, () -> HtmlReport.study(page), () -> CsvStudy.of(figures), latencies);
        return answer;
    }

    private static void addAssumed(ProfileFile used, List<Fact> facts) {
        List.of(new Fact("assumed", TimingStudy.assumed(used)),
                        new Fact("other machine", TimingStudy.foreign(used))).stream()
                .filter(fact -> !fact.text().isEmpty()).forEach(facts::add);
    }

    private TimingProfile times(ProfileFile profile, Chosen of) {
        return sweep.times(profile.times(), of.model());
    }

    private long seed() {
        return sampling.sample().seed();
    }

    private String[] words(long seed, List<String> more) {
        List<String> words = new ArrayList<>(
                List.of("--profile", Shell.quoted(timing.name(chosen))));
        words.addAll(more);
        return sampling.words(seed, words.toArray(String[]::new));
    }
}
