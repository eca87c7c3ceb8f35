package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.engine.property.Property;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.scenarios.campaign.OperationSamples;
import org.exitrace.scenarios.comparison.ComparedSearch;
import org.exitrace.scenarios.comparison.ComparisonCell;
import org.exitrace.scenarios.comparison.ComparisonCell.State;
import org.exitrace.scenarios.comparison.ComparisonResult;
import org.exitrace.scenarios.comparison.MeasuredCell;
import org.exitrace.scenarios.family.DecidedElsewhere;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyRow;

/** A comparison for programs. */
final class ComparisonJson {

    private final ComparisonResult result;
    private final Family family;
    private final Compared compared;

    ComparisonJson(ComparisonResult result, Compared compared) {
        this.result = result;
        this.family = result.family();
        this.compared = compared;
    }

    JsonObject document() {
        return new JsonObject().put("family", family.name()).put("title", family.title())
                .put("about", family.about()).put("sources", family.sources())
                .put("columns", family.columns().stream().map(column -> new JsonObject()
                        .put("name", column.name()).put("title", column.title())).toList())
                .put("scenarios", family.scenarios().stream().map(scenario -> new JsonObject()
                        .put("name", scenario.name())
                        .put("scenario", scenario.scenario().name())
                        .put("title", scenario.scenario().title())
                        .put("kind", scenario.scenario().kind().name())
                        .put("without", scenario.without())).toList())
                .put("rows", family.rows().stream().map(this::row).toList())
                .put("elsewhere", family.elsewhere().stream().flatMap(ComparisonJson::elsewhere)
                        .toList())
                .put("searches", result.searches().stream()
                        .map(ComparisonJson::search).toList())
                .put("schedules", compared.schedules().all().stream()
                        .map(ComparisonJson::schedule).toList())
                .put("measured", result.measured().stream().map(this::measured).toList())
                .put("counts", counts()).put("repeat", compared.again());
    }

    private JsonObject row(FamilyRow row) {
        Property property = row.property();
        return new JsonObject().put("group", row.group()).put("id", property.id())
                .put("kind", property.kind().toString()).put("sentence", property.sentence())
                .put("because", property.because()).put("source", property.source())
                .put("scenarios", row.scenarios()).put("cells", family.columns().stream()
                        .map(column -> cell(result.cell(row, column))).toList());
    }

    private static Stream<JsonObject> elsewhere(DecidedElsewhere other) {
        return other.properties().stream().map(property -> new JsonObject()
                .put("id", property.id()).put("kind", property.kind().toString())
                .put("sentence", property.sentence()).put("because", property.because())
                .put("source", property.source()).put("entry", other.entry().name())
                .put("title", other.entry().title()).put("brokenIn", other.brokenIn(property)));
    }

    private JsonObject cell(ComparisonCell cell) {
        int number = compared.schedules().numberOf(cell);
        return new JsonObject().put("column", cell.column().name())
                .put("verdict", cell.state().toString())
                .put("schedule", number == 0 ? null : number)
                .put("decided", cell.decided().stream().map(each -> new JsonObject()
                        .put("scenario", each.search().scenario().name())
                        .put("outcome", each.outcome().toString())
                        .put("steps", each.witness().map(witness -> witness.once().size()))
                        .put("why", each.verdict().map(verdict -> verdict.why()))).toList())
                .put("stopsEarly", cell.stopsEarly()).put("reasons", cell.reasons());
    }

    private static JsonObject search(ComparedSearch search) {
        JsonObject document = new JsonObject().put("scenario", search.scenario().name())
                .put("column", search.column().name())
                .put("switches", search.design().switches().labels())
                .put("machine", search.design().machine().parameters().values())
                .put("summary", search.summary())
                .put("unreached", search.unreached().stream().map(Property::id).toList());
        return document.put("exhaustive", search.result().map(found -> found.isExhaustive()))
                .put("end", search.result().map(found -> found.end().name()))
                .put("states", search.result().map(found -> found.states()))
                .put("transitions", search.result().map(found -> found.transitions()))
                .put("depth", search.result().map(found -> found.depth()))
                .put("collisionBound", search.result().map(found -> found.collisionBound()));
    }

    private static JsonObject schedule(BrokenSchedules.Numbered schedule) {
        return new JsonObject().put("number", schedule.number())
                .put("scenario", schedule.search().scenario().name())
                .put("column", schedule.search().column().name())
                .put("properties", schedule.properties())
                .put("steps", schedule.witness().steps())
                .put("cycle", schedule.witness().cycle()).put("repeat", schedule.repeat());
    }

    private JsonObject measured(MeasuredCell cell) {
        return new JsonObject().put("operation", cell.operation().name())
                .put("title", cell.operation().title())
                .put("scenario", cell.operation().scenario())
                .put("column", cell.column().name()).put("profile", cell.profile())
                .put("assumed", cell.assumed())
                .put("seed", cell.operation().seed())
                .put("runs", cell.samples().map(OperationSamples::runs))
                .put("unended", cell.samples().map(OperationSamples::unended))
                .put("steps", cell.samples().map(s -> figure(s.steps())))
                .put("crossings", cell.samples().filter(none -> family.crossings().areKnown())
                        .map(s -> figure(s.crossings())))
                .put("ns", cell.samples().filter(none -> !cell.profile().isEmpty())
                        .map(s -> figure(s.ns()))).put("why", cell.why());
    }

    private static JsonObject figure(long[] samples) {
        JsonObject document = new JsonObject().put("samples", samples.length);
        List<JsonObject> percentiles = new ArrayList<>();
        if (samples.length > 0) {
            Percentiles sample = new Percentiles(samples);
            document.put("least", sample.least()).put("most", sample.most());
            for (int rank : Percentiles.USUAL) {
                Percentiles.Percentile at = sample.at(rank);
                percentiles.add(new JsonObject().put("rank", at.name()).put("value", at.value()));
            }
        }
        return document.put("percentiles", percentiles);
    }

    private JsonObject counts() {
        JsonObject counts = new JsonObject();
        for (State state : State.values()) {
            counts.put(state.toString(), result.cells().stream()
                    .filter(cell -> cell.state() == state).count());
        }
        return counts;
    }
}
