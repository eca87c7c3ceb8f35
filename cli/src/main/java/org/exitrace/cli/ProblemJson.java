package org.exitrace.cli;

import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.scenarios.document.Problem;

/** What is wrong, for programs. */
final class ProblemJson {

    private ProblemJson() {
    }

    /** Each problem with its place; line and column 0 where it is about the whole. */
    static List<JsonObject> of(List<Problem> problems) {
        return problems.stream().map(problem -> new JsonObject()
                .put("file", problem.place().file())
                .put("line", problem.place().line())
                .put("column", problem.place().column())
                .put("sentence", problem.sentence())).toList();
    }
}
