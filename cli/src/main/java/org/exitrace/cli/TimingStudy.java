package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.property.PropertyKind;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.StudyPart;
import org.exitrace.reports.view.TimingView;
import org.exitrace.reports.view.Verdict;
import org.exitrace.scenarios.campaign.TimingSamples;
import org.exitrace.scenarios.profile.ProfileFile;

/** The samples of a timing study as reports and programs see them. */
final class TimingStudy {

    private TimingStudy() {
    }

    /** What reports show. */
    static TimingView view(Model model, TimingSamples samples, RunHeading heading) {
        List<TimingView.Measure> measures = new ArrayList<>();
        measures.add(new TimingView.Measure("end of the run", samples.endNs()));
        samples.firstBrokenNs().forEach((id, times) ->
                measures.add(new TimingView.Measure("until " + id + " broke", times)));
        List<TimingView.Breakage> breakages = new ArrayList<>();
        for (Property property : model.properties()) {
            if (property.kind() != PropertyKind.REACHABLE) {
                int broken = samples.broken(property.id());
                breakages.add(new TimingView.Breakage(PropertyView.of(
                        property, broken == 0 ? Verdict.HELD : Verdict.BROKEN), broken));
            }
        }
        return new TimingView(heading, samples.runs(), measures, breakages,
                samples.actors().stream().map(actor -> new TimingView.ActorTime(
                        actor.actor(), actor.busyNs(), actor.waitingNs(), actor.idleNs()))
                        .toList());
    }

    /** Which figures that were used nobody measured, in words; empty where all were. */
    static String assumed(ProfileFile used) {
        List<String> assumed = used.assumedKeys();
        return assumed.isEmpty() ? "" : "nobody measured these of the " + used.costs().size()
                + " figures that were used: " + String.join(", ", assumed);
    }

    /** Which figures that were used are of another machine; empty where none is. */
    static String foreign(ProfileFile used) {
        return used.foreignKeys().stream().map(key -> key + " ("
                + used.cost(key).orElseThrow().cpu() + ")").collect(Collectors.joining(", "));
    }

    /** Every number with its interval, for tables. */
    static List<Figure> figures(TimingView view, List<StudyPart> parts) {
        List<Figure> figures = new ArrayList<>();
        for (TimingView.Measure measure : view.measures()) {
            if (measure.samplesNs().length > 0) {
                figures.addAll(StudyFigures.percentiles(
                        "", "", measure.name(), measure.samplesNs()));
            }
        }
        if (view.runs() > 0) {
            view.breakages().forEach(breakage -> figures.add(StudyFigures.share("", "",
                    breakage.property().id(),
                    WilsonInterval.of(breakage.broken(), view.runs()))));
        }
        parts.forEach(part -> figures.addAll(part.figures()));
        return figures;
    }

    /** What programs see: percentiles and probabilities with their intervals. */
    static JsonObject json(
            Chosen chosen, TimingSamples samples, ProfileFile profile, TimingView view) {
        return chosen.json().put("profile", profile.name())
                .put("assumed", profile.assumedKeys())
                .put("ofOtherMachines", profile.foreignKeys()).put("seed", samples.seed())
                .put("runs", samples.runs()).put("ends", samples.ends())
                .put("standstill", samples.standstill())
                .put("measures", view.measures().stream().map(TimingStudy::measure).toList())
                .put("properties", view.breakages().stream()
                        .map(breakage -> breakage(breakage, view.runs())).toList())
                .put("actors", samples.actors().stream().map(actor -> new JsonObject()
                        .put("actor", actor.actor()).put("busyNs", actor.busyNs())
                        .put("waitingNs", actor.waitingNs()).put("idleNs", actor.idleNs()))
                        .toList());
    }

    private static JsonObject measure(TimingView.Measure measure) {
        JsonObject document = new JsonObject().put("name", measure.name())
                .put("samples", measure.samplesNs().length);
        if (measure.samplesNs().length == 0) {
            return document.put("percentiles", List.of());
        }
        Percentiles sample = new Percentiles(measure.samplesNs());
        List<JsonObject> percentiles = new ArrayList<>();
        for (int rank : Percentiles.USUAL) {
            Percentiles.Percentile at = sample.at(rank);
            percentiles.add(new JsonObject().put("rank", at.name()).put("ns", at.value())
                    .put("lowNs", end(at.low())).put("highNs", end(at.high())));
        }
        return document.put("leastNs", sample.least()).put("mostNs", sample.most())
                .put("percentiles", percentiles);
    }

    /** Too few samples bound no side. */
    private static Object end(long ns) {
        return ns == Percentiles.Percentile.OPEN ? null : ns;
    }

    private static JsonObject breakage(TimingView.Breakage breakage, long runs) {
        JsonObject document = new JsonObject().put("id", breakage.property().id())
                .put("broken", breakage.broken());
        if (runs == 0) {
            return document.put("share", null).put("low", null).put("high", null);
        }
        WilsonInterval interval = WilsonInterval.of(breakage.broken(), runs);
        return document.put("share", interval.share()).put("low", interval.low())
                .put("high", interval.high());
    }
}
