package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the catalogue. Reads its index only, so that it answers at once. */
@Command(name = "list", sortOptions = true,
        description = "Lists the scenarios of the catalogue, each with what its designs show.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace list", "  ./exitrace list ap-boot --json"})
final class ListVerb extends Verb {

    @Parameters(paramLabel = "PATH", arity = "0..*",
            description = "Only these scenarios and those in these folders.")
    private List<String> paths = new ArrayList<>();

    ListVerb(Session session) {
        super(VerbName.LIST, session);
    }

    @Override
    Answer answer() {
        List<CatalogueEntry> entries = session().index().select(paths);
        Sheet sheet = new Sheet(2);
        List<JsonObject> documents = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            sheet.line(entry.name()).add("", entry.title());
            entry.expectations().forEach((design, expected) ->
                    sheet.add("", "- " + design + ": " + expected));
            documents.add(new JsonObject().put("name", entry.name()).put("title", entry.title())
                    .put("designs", entry.expectations()));
        }
        sheet.line(entries.size() + (entries.size() == 1 ? " scenario" : " scenarios"));
        return Answer.of(sheet.toString(), new JsonObject().put("scenarios", documents));
    }
}
