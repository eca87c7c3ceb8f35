package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.scenarios.document.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells everything that is wrong with files. */
@Command(name = "validate",
        description = "Checks scenarios (.yaml) and schedules (.json) against schema and model, and"
                + " tells everything that is wrong at once, each with line and column.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace validate my-own.yaml", "  ./exitrace validate failure.json --json"})
final class ValidateVerb extends Verb {

    @Parameters(paramLabel = "FILE", arity = "1..*",
            description = "A scenario or a schedule; a name in the catalogue will do.")
    private List<String> files = new ArrayList<>();

    ValidateVerb(Session session) {
        super(VerbName.VALIDATE, session);
    }

    @Override
    Answer answer() {
        StringBuilder text = new StringBuilder();
        List<JsonObject> documents = new ArrayList<>();
        boolean allFine = true;
        for (String file : files) {
            List<Problem> problems = session().library().validate(file);
            allFine &= problems.isEmpty();
            text.append(problems.isEmpty() ? file + ": nothing is wrong\n" : "");
            problems.forEach(problem -> console().complain(problem.toString()));
            documents.add(new JsonObject().put("file", file).put("valid", problems.isEmpty())
                    .put("problems", ProblemJson.of(problems)));
        }
        return new Answer(allFine ? ExitStatus.HOLDS : ExitStatus.UNUSABLE, text.toString(),
                new JsonObject().put("files", documents));
    }
}
