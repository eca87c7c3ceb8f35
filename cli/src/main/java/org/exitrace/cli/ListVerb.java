package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.catalogue.CatalogueEntry;
import org.exitrace.scenarios.family.Families;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyEntry;
import org.exitrace.scenarios.table.CheckTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the catalogue. Of scenarios it reads the index only, so that it answers at once. */
@Command(name = "list", sortOptions = true,
        description = "Lists the scenarios of the catalogue, each with what its designs show,"
                + " the tables of checks, and the families of designs that can be compared.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace list", "  ./exitrace list ap-boot --json",
            "  ./exitrace list compare"})
final class ListVerb extends Verb {

    @Parameters(paramLabel = "PATH", arity = "0..*",
            description = "Only these scenarios, tables and families, and those in these"
                    + " folders.")
    private List<String> paths = new ArrayList<>();

    ListVerb(Session session) {
        super(VerbName.LIST, session);
    }

    @Override
    Answer answer() {
        Catalogue index = session().index();
        List<FamilyEntry> families = families();
        List<String> rest = paths.stream()
                .filter(path -> families().stream().noneMatch(each -> isIn(each, path))).toList();
        boolean alone = !paths.isEmpty() && rest.isEmpty();
        NamedTables named = NamedTables.of(rest, session().tables(), index);
        List<CatalogueEntry> entries =
                alone || named.alone() ? List.of() : index.select(named.others());
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
        if (!alone) {
            named.tables().forEach(table -> write(table, sheet, tables));
        }
        List<JsonObject> compared = new ArrayList<>();
        families.forEach(family -> write(family, sheet, compared));
        sheet.line(count(entries.size(), "scenario")
                + (tables.isEmpty() ? "" : ", " + count(tables.size(), "table"))
                + (compared.isEmpty() ? "" : ", " + families(compared.size())));
        return Answer.of(sheet.toString(), new JsonObject().put("scenarios", documents)
                .put("tables", tables).put("families", compared));
    }

    private List<FamilyEntry> families() {
        return Families.all().stream().filter(each -> paths.isEmpty()
                || paths.stream().anyMatch(path -> isIn(each, path))).toList();
    }

    private static boolean isIn(FamilyEntry family, String path) {
        return family.isIn(path.replaceFirst("/+$", ""));
    }

    private static void write(CheckTable table, Sheet sheet, List<JsonObject> documents) {
        sheet.line(table.name()).add("", table.title())
                .add("", "- " + count(table.rows().size(), "row"));
        documents.add(new JsonObject().put("name", table.name()).put("title", table.title())
                .put("rows", table.rows().size()));
    }

    private static void write(FamilyEntry family, Sheet sheet, List<JsonObject> documents) {
        String name = Family.FOLDER + family.name();
        sheet.line(name).add("", family.title())
                .add("", "- designs: " + String.join(", ", family.columns()))
                .add("", "- scenarios: " + String.join(", ", family.scenarios()));
        documents.add(new JsonObject().put("name", name).put("title", family.title())
                .put("columns", family.columns()).put("scenarios", family.scenarios()));
    }

    private static String families(int number) {
        return number + (number == 1 ? " family" : " families");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
