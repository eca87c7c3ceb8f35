package org.exitrace.reports.export;

import java.util.List;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.reports.view.RunHeading;
import org.exitrace.reports.view.RunView;
import org.exitrace.reports.view.TraceView;

/** A run without steps of a model that has a cell of each type. */
final class Types {

    private Types() {
    }

    static RunView run() {
        ModelBuilder builder = new ModelBuilder("types", Design.usual(List.of()));
        new Row(builder.region("r"));
        Model model = builder.build();
        return TraceView.replay(model, List.of(), new RunHeading(
                "types", "", model.design(), "", "", ""), List.of());
    }

    private static final class Row extends Region {
        Row(CellScope scope) {
            super(scope);
            scope.flag("flag").initially(true);
            scope.count("number", -5, 5).initially(-3);
            scope.word("word").initially(-1);
            scope.bits("set", 3).initially(6);
            scope.bits("empty", 3);
        }
    }
}
