package org.exitrace.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.explore.Outlook;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.time.TimingProfile;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.scenarios.campaign.SplitCampaign;
import org.exitrace.scenarios.campaign.SplitSamples;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine.Option;

/** Which property is come near to by runs that branch off. */
final class SplitOption {

    @Option(names = "--split", paramLabel = "PROPERTY", order = 24,
            description = "Also tell how likely it is that this property breaks by runs that"
                    + " branch off where they come near, so many at each level. For what takes"
                    + " several unusual times at once; the machine has no more states than"
                    + " --window-states.")
    private String property;

    boolean isGiven() {
        return property != null;
    }

    /** Refuses what cannot be come near to, before anything is computed. */
    void check(Model model) {
        if (property == null) {
            return;
        }
        List<String> ids = model.properties().stream().map(Property::id).toList();
        if (!ids.contains(property)) {
            throw new UnusableInputException("'--split': this machine has no property '" + property
                    + "'; " + DidYouMean.remedy(property, ids));
        }
        Property named = model.properties().get(ids.indexOf(property));
        if (!Outlook.tells(named)) {
            throw new UnusableInputException("'--split': no single state breaks '" + property
                    + "' (" + named.kind() + "), so that nothing is near to it; name another");
        }
    }

    /** As words of a command. */
    List<String> words() {
        return property == null ? List.of() : List.of("--split", Shell.quoted(property));
    }

    /**
     * Runs that branch off, of each of {@code designs}, by their names.
     *
     * @param plain what plain runs of each showed, from the same seeds
     */
    List<StudyPart> parts(Map<String, Chosen> designs, TimingProfile times,
            List<TimingSamples> plain, TimedSampling sampling, WindowOption window,
            Session session, String command) {
        if (property == null) {
            return List.of();
        }
        Map<String, SplitView.Made> made = new LinkedHashMap<>();
        for (Map.Entry<String, Chosen> design : designs.entrySet()) {
            TimingSamples own = plain.get(made.size());
            Chosen chosen = design.getValue();
            Optional<SplitSamples> samples = new SplitCampaign(
                    () -> chosen.scenario().build(chosen.design()), times, property)
                    .seed(own.seed()).runs(sampling.sample().runs()).atMost(sampling.steps())
                    .states(window.states()).threads(sampling.threads())
                    .until(session.interrupted()).go();
            if (own.runs() == 0 || samples.isEmpty() || samples.get().interrupted()) {
                return List.of(StudyPart.saying("how likely it breaks, by splitting", List.of(
                        session.interrupted().getAsBoolean() ? "It was interrupted."
                                : window.tooLarge("By splitting nothing is told")
                                + " --force needs no graph."), ""));
            }
            made.put(design.getKey(), new SplitView.Made(samples.get(), own));
        }
        return new SplitView(made).parts(command);
    }
}
