package org.exitrace.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.state.CellChange;
import org.exitrace.reports.json.Json;
import org.exitrace.reports.view.Activity;
import org.exitrace.reports.view.Arrow;
import org.exitrace.reports.view.CellView;
import org.exitrace.reports.view.FootprintView;
import org.exitrace.reports.view.LaneState;
import org.exitrace.reports.view.Message;
import org.exitrace.reports.view.PropertyView;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.StepView;

/**
 * A run as the page's script reads it: the first state, then what each step changed; texts are
 * numbers into one table.
 */
final class RunData {

    private final RunView run;
    private final Interned texts = new Interned();
    private final Map<String, Integer> cells = new LinkedHashMap<>();
    private final Json json = new Json();

    private RunData(RunView run) {
        this.run = run;
        run.cells().forEach(cell -> cells.put(cell.name(), cells.size()));
    }

    static Json of(RunView run) {
        return new RunData(run).write();
    }

    private Json write() {
        json.object();
        json.key("timed").value(run.heading().timed());
        json.key("ending").value(run.heading().ending());
        json.key("actors").values(run.actors());
        json.key("waiting").values(run.waiting());
        cells();
        json.key("steps").array();
        for (int number = 1; number <= run.stepCount(); number++) {
            step(run.step(number));
        }
        json.endArray();
        footprints();
        activities();
        arrows();
        properties();
        json.key("texts").values(texts.texts());
        return json.endObject();
    }

    private void cells() {
        json.key("cells").array();
        for (CellView cell : run.cells()) {
            json.array().value(cell.name()).value(cell.region())
                    .value(cell.role().name().toLowerCase(java.util.Locale.ROOT))
                    .value(texts.number(cell.initial())).endArray();
        }
        json.endArray();
        json.key("laneCells").array();
        for (String actor : run.actors()) {
            json.value(run.laneStates().stream().filter(lane -> lane.actor().equals(actor))
                    .map(LaneState::cell).map(cells::get).findFirst().orElse(-1));
        }
        json.endArray();
    }

    /** Actor, name, source, time, then cell and value of each change. */
    private void step(StepView step) {
        json.array().value(step.actor()).value(texts.number(step.name()))
                .value(texts.number(step.source())).value(step.atNs());
        for (CellChange change : step.changes()) {
            json.value(cells.get(change.cell())).value(texts.number(change.after()));
        }
        json.endArray();
    }

    private void footprints() {
        json.key("footprints").object();
        for (int number = 1; number <= run.stepCount(); number++) {
            FootprintView footprint = run.step(number).footprint();
            if (footprint.isRecorded()) {
                json.key(Integer.toString(number)).array();
                json.numbers(footprint.reads().stream().map(cells::get).toList());
                json.numbers(footprint.writes().stream().map(cells::get).toList());
                json.endArray();
            }
        }
        json.endObject();
    }

    /** One text a state with a letter an actor: r can act, w waits, - rests. */
    private void activities() {
        json.key("activity").array();
        for (int number = 0; number <= run.stepCount(); number++) {
            Activity activity = run.activity(number);
            StringBuilder letters = new StringBuilder();
            for (int actor = 0; actor < run.actors().size(); actor++) {
                letters.append(activity.ready().get(actor) ? 'r'
                        : activity.waiting().get(actor) ? 'w' : '-');
            }
            json.value(texts.number(letters.toString()));
        }
        json.endArray();
    }

    /** From, to, what became possible or -1, then cell and words of each message. */
    private void arrows() {
        json.key("arrows").array();
        for (Arrow arrow : run.arrows()) {
            json.array().value(arrow.from()).value(arrow.to())
                    .value(arrow.enabled().isEmpty() ? -1 : texts.number(arrow.enabled()));
            for (Message message : arrow.messages()) {
                json.value(cells.get(message.cell())).value(texts.number(message.became()));
            }
            json.endArray();
        }
        json.endArray();
    }

    private void properties() {
        json.key("broken").array();
        List<PropertyView> broken = run.properties().stream()
                .filter(property -> property.isBroken() && property.brokenAt() >= 0).toList();
        for (PropertyView property : broken) {
            json.array().value(property.brokenAt()).value(property.kind())
                    .value(property.sentence()).value(property.because()).endArray();
        }
        json.endArray();
    }
}
