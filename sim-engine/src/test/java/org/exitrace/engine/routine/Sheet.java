package org.exitrace.engine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Step;

/** A region with a bit of everything, one routine on it, and a hand that takes the steps. */
final class Sheet extends Region {

    final FlagCell flag = cells().flag("flag");
    final CountCell value = cells().count("value", 99);
    final CountCell loop = cells().count("loop", 9);
    final MutexCell mutex = new MutexCell(cells(), "mutex");
    final ProgramCounter counter = new ProgramCounter(cells(), "counter");
    Model model;
    Program<Sheet> program;

    private Sheet(CellScope scope) {
        super(scope);
    }

    static Sheet running(Consumer<Block<Sheet>> text) {
        return prepared(text, program -> { });
    }

    static Sheet prepared(Consumer<Block<Sheet>> text, Consumer<Program<Sheet>> change) {
        ModelBuilder model = new ModelBuilder("sheet", Design.usual(List.of()));
        Sheet sheet = new Sheet(model.region("sheet"));
        sheet.program = model.program(model.actor("a"), sheet, sheet.counter,
                Routine.named("r", "source of r", text));
        change.accept(sheet.program);
        sheet.model = model.build();
        return sheet;
    }

    /** Names of what can be taken now, without actor and routine. */
    List<String> offers() {
        Step[] steps = model.stepBuffer();
        int count = model.enabled(steps);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(steps[i].name().replace("r: ", ""));
        }
        return names;
    }

    /** Takes the step of that name. */
    Sheet take(String name) {
        Step[] steps = model.stepBuffer();
        int count = model.enabled(steps);
        for (int i = 0; i < count; i++) {
            if (steps[i].name().equals("r: " + name) || steps[i].name().equals(name)) {
                steps[i].fire();
                return this;
            }
        }
        throw new AssertionError(name + " is not among " + offers());
    }

    /** Takes the only step again and again, at most {@code most} times; what was taken. */
    List<String> takeAll(int most) {
        List<String> taken = new ArrayList<>();
        while (offers().size() == 1 && taken.size() < most) {
            taken.add(offers().get(0));
            take(offers().get(0));
        }
        return taken;
    }
}
