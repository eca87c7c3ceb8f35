package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import org.exitrace.scenarios.table.CheckTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the catalogue. Of scenarios it reads the index only, so that it answers at once. */
@Command(name = "list", sortOptions = true,
        description = "Lists the scenarios of the catalogue, each with what its designs show, and"
                + " the tables of checks.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace list", "  ./exitrace list ap-boot --json"})
final class ListVerb extends Verb {

    @Parameters(paramLabel = "PATH", arity = "0..*",
            description = "Only these scenarios and tables, and those in these folders.")
    private List<String> paths = new ArrayList<>();

    ListVerb(Session session) {
        super(VerbName.LIST, session);
    }

    @Override
    Answer answer() {
        Catalogue index = session().index();
        NamedTables named = NamedTables.of(paths, session().tables(), index);
        List<CatalogueEntry> entries = named.alone() ? List.of() : index.select(named.others());
        Sheet sheet = new Sheet(2);
        List<JsonObject> documents = new ArrayList<>();
        for (CatalogueEntry entry : entries) {
            sheet.line(entry.name()).add("", entry.title());
            entry.expectations().forEach((design, expected) ->
                    sheet.add("", "- " + design + ": " + expected));
            documents.add(new JsonObject().put("name", entry.name()).put("title", entry.title())
                    .put("designs", entry.expectations()));
        }
        List<JsonObject> tables = new ArrayList<>();
        for (CheckTable table : named.tables()) {
            sheet.line(table.name()).add("", table.title())
                    .add("", "- " + count(table.rows().size(), "row"));
            tables.add(new JsonObject().put("name", table.name()).put("title", table.title())
                    .put("rows", table.rows().size()));
        }
        sheet.line(count(entries.size(), "scenario")
                + (tables.isEmpty() ? "" : ", " + count(tables.size(), "table")));
        return Answer.of(sheet.toString(),
                new JsonObject().put("scenarios", documents).put("tables", tables));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
