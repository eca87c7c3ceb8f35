package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.cli.terminal.ProgressLine;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.random.RandomStream;
import org.exitrace.reports.html.HtmlReport;
import org.exitrace.reports.text.TextTiming;
import org.exitrace.reports.view.TimingView;
import org.exitrace.scenarios.campaign.Judgement;
import org.exitrace.scenarios.campaign.TimingCampaign;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.file.RunsPlan.Strategy;
import org.exitrace.scenarios.profile.ProfileFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes many timed runs. */
@Command(name = "time",
        description = "Makes many timed runs, each to its end, and tells the distribution of their"
                + " times, and how often each property broke, with 95 %% intervals."
                + SampleJudge.RULE,
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace time ap-boot/lost-wake-up --runs 10000",
            "  ./exitrace time my-own.yaml --profile amd-snp-genoa --runs 1000 --html times.html"})
final class TimeVerb extends Verb {

    @Mixin private ScenarioChoice choice;
    @Mixin private RunsOption sample;
    @Mixin private ProfileOption timing;
    @Mixin private PageOption page;

    @Option(names = "--steps", paramLabel = "N", order = 12, converter = Numbers.Count.class,
            description = "End each run after so many steps; as the design says unless told"
                    + " otherwise, else a million.")
    private Integer steps;

    @Option(names = "--threads", paramLabel = "N", order = 13, converter = Numbers.Threads.class,
            description = "Work in so many threads; in one for each processor unless told"
                    + " otherwise. The answer is the same for any number.")
    private int threads = Runtime.getRuntime().availableProcessors();

    TimeVerb(Session session) {
        super(VerbName.TIME, session);
    }

    @Override
    Answer answer() {
        page.check();
        Chosen chosen = choice.choose(session().library());
        sample.otherwise(chosen, Strategy.TIMED);
        ProfileFile profile = timing.profile(session().library(), chosen);
        ProgressLine line = new ProgressLine(console(), "runs");
        TimingSamples samples = new TimingCampaign(
                chosen.scenario(), chosen.design(), profile.times())
                .seed(sample.seed()).runs(sample.runs()).atMost(steps()).threads(threads)
                .until(session().interrupted())
                .tell(progress -> line.at(progress.runs(), progress.wanted(),
                        "  " + progress.failures() + " broke something")).go();
        console().endProgress();
        Judgement judgement = SampleJudge.ofRuns(
                        chosen, samples.firstBrokenNs().keySet(), samples.runs())
                .someOf().ended(samples.ends(), steps(), samples.interrupted()).judgement();
        String again = chosen.command("time", words(chosen));
        String repeat = repeat(chosen, samples).orElse(again);
        TimingView view = view(chosen, samples, profile, "");
        afterwards(() -> page.save(
                () -> HtmlReport.timing(view(chosen, samples, profile, again))));
        return new Answer(ExitStatus.of(judgement.verdict()),
                text(samples, profile, view, judgement) + repeat + "\n",
                TimingStudy.json(chosen, samples, profile, view)
                        .put("judgement", Shown.json(judgement))
                        .put("repeat", repeat));
    }

    private int steps() {
        return steps == null ? sample.plannedSteps() : steps;
    }

    private String[] words(Chosen chosen) {
        List<String> words = sample.words("--profile", Shell.quoted(timing.name(chosen)));
        if (steps != null) {
            words.addAll(List.of("--steps", Integer.toString(steps)));
        }
        return words.toArray(String[]::new);
    }

    private TimingView view(
            Chosen chosen, TimingSamples samples, ProfileFile profile, String repeat) {
        return TimingStudy.view(chosen.scenario().build(chosen.design()), samples,
                chosen.heading(profile.name(), Long.toString(sample.seed()), repeat));
    }

    private static String text(TimingSamples samples, ProfileFile profile, TimingView view,
            Judgement judgement) {
        Sheet sheet = new Sheet().block(TextTiming.of(view));
        List<String> ends = new ArrayList<>();
        samples.ends().forEach((end, count) -> ends.add(count + " " + Endings.told(end)));
        sheet.add("ends", String.join(", ", ends)).add("standstill", samples.standstill());
        List<String> assumed = profile.assumedKeys();
        sheet.add("assumed", assumed.isEmpty() ? "" : "nobody measured these of the "
                + profile.costs().size() + " figures of the profile: "
                + String.join(", ", assumed));
        Shown.write(judgement, sheet.gap());
        return sheet.toString();
    }

    /** The first run that broke something, the unexpected first. */
    private Optional<String> repeat(Chosen chosen, TimingSamples samples) {
        List<String> ids = new ArrayList<>(unexpected(chosen, samples));
        ids.addAll(samples.firstBrokenRun().keySet());
        return ids.stream().findFirst().map(id -> chosen.command("run", "--profile",
                Shell.quoted(timing.name(chosen)), "--seed", Long.toString(
                        RandomStream.seedOfRun(sample.seed(), samples.firstBrokenRun().get(id)))));
    }

    private static List<String> unexpected(Chosen chosen, TimingSamples samples) {
        List<String> ids = new ArrayList<>(samples.firstBrokenNs().keySet());
        ids.removeAll(chosen.design().expectation().broken());
        return ids;
    }
}
