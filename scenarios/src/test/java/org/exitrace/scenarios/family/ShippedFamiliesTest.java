package org.exitrace.scenarios.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exitrace.engine.property.Property;
import org.exitrace.scenarios.KnownMachines;
import org.exitrace.scenarios.Library;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.file.Scenario;
import org.junit.jupiter.api.Test;

/** The families that come with the program agree with their index, schema and models. */
class ShippedFamiliesTest {

    private static final Path FOLDER = Path.of("src/main/resources", Families.FOLDER);
    private static final Pattern INVARIANT = Pattern.compile("^\\| (I-[0-9]+) \\| [SL]");

    private static List<Family> read() throws IOException {
        FamilyReader reader =
                new FamilyReader(KnownMachines.all(), new Catalogue(KnownMachines.all()));
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .map(file -> reader.read(
                            new DiskFolder(FOLDER), file.getFileName().toString())).toList();
        }
    }

    @Test
    void indexTellsWhatTheFilesTell() throws IOException {
        Path index = FOLDER.resolve(Families.INDEX);
        String wanted = read().stream().map(family -> FamilyEntry.of(family).line() + "\n")
                .collect(Collectors.joining());
        if ("update".equals(System.getProperty("exitrace.golden"))) {
            Files.writeString(index, wanted);
        }

        assertThat(Files.readString(index)).as("index of the families; repair it by"
                + " mvn -pl scenarios -am test -Dtest=ShippedFamiliesTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dexitrace.golden=update")
                .isEqualTo(wanted);
    }

    @Test
    void eachIsNamedAsItsFile() throws IOException {
        for (Family family : read()) {
            assertThat(FOLDER.resolve(family.name() + ".yaml")).exists();
        }
    }

    /** Of the invariants of docs/vtl.md g, and those of machines in the comparison of hosts. */
    @Test
    void eachInvariantOfVtlsIsARowOrSaidToBeDecidedElsewhere() throws IOException {
        Family vtl = read().stream().filter(family -> family.name().equals("vtl"))
                .findFirst().orElseThrow();
        List<String> rows = vtl.rows().stream().map(row -> row.property().id()).toList();
        List<String> others = vtl.elsewhere().stream()
                .flatMap(other -> other.properties().stream()).map(Property::id).toList();
        FamilyModels models = new FamilyModels(vtl.scenarios(), vtl.columns());

        assertThat(models.scenarios().stream().flatMap(name -> models.of(name).stream())
                .flatMap(model -> model.properties().stream()).map(Property::id)
                .filter(id -> id.startsWith("I-")).distinct()).isSubsetOf(rows);
        assertThat(Files.readAllLines(Path.of("../docs/vtl.md")).stream()
                .map(INVARIANT::matcher).filter(Matcher::find).map(line -> line.group(1)))
                .hasSize(70).isSubsetOf(Stream.concat(rows.stream(), others.stream()).toList());
    }

    @Test
    void eachScenarioCanBeNamedLikeAnEntryOfTheCatalogue() {
        Library library = new Library();
        for (FamilyEntry entry : Families.all()) {
            for (String name : entry.scenarios()) {
                Scenario scenario = library.scenario("compare/" + entry.name() + "/" + name);

                assertThat(scenario.name()).isEqualTo("compare/" + entry.name() + "/" + name);
                assertThat(entry.columns()).containsAll(scenario.designNames());
            }
        }
    }
}
