package org.exitrace.scenarios.family;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.design.Switch;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.DocumentReader;
import org.exitrace.scenarios.document.DocumentSchema;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.document.Syntax;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;

/** Reads files of families, and checks them against the schema, the catalogue and the models. */
public final class FamilyReader {

    private static final String SCHEMA = "family.schema.json";
    private static final String SCENARIO_SCHEMA = "scenario.schema.json";

    private final MachineKinds kinds;
    private final Catalogue catalogue;
    private final boolean looksAtSchema;

    /** Reads files that name machines of {@code kinds} and entries of {@code catalogue}. */
    public FamilyReader(MachineKinds kinds, Catalogue catalogue) {
        this(kinds, catalogue, true);
    }

    private FamilyReader(MachineKinds kinds, Catalogue catalogue, boolean looksAtSchema) {
        this.kinds = kinds;
        this.catalogue = catalogue;
        this.looksAtSchema = looksAtSchema;
    }

    /** Reads files that a test has compared with the schema, without looking at it again. */
    static FamilyReader ofTestedFiles(MachineKinds kinds, Catalogue catalogue) {
        return new FamilyReader(kinds, catalogue, false);
    }

    /**
     * The family that the file {@code name} in {@code folder} holds.
     *
     * @throws org.exitrace.scenarios.document.UnusableInputException with everything that is
     *     wrong with it
     */
    public Family read(Folder folder, String name) {
        FileText text = FileText.read(folder, name, Limits.HANDWRITTEN.bytes());
        Problems problems = new Problems();
        Node tree = DocumentReader.read(text, Syntax.YAML, Limits.HANDWRITTEN, problems);
        Node.Mapping file = Reading.mapping(tree);
        ScenarioReader.refuseOtherFormat(file);
        if (looksAtSchema) {
            problems.addAll(DocumentSchema.beside(
                    ScenarioReader.class, SCHEMA, SCENARIO_SCHEMA).problems(tree));
        }
        ScenarioReader.checkProfile(file, problems);
        List<FamilyColumn> columns = new ArrayList<>();
        Reading.mapping(file.get("columns")).entries().forEach((column, entry) -> columns.add(
                new FamilyColumn(column, line(Reading.mapping(entry.value()), "title"))));
        List<FamilyScenario> scenarios = scenarios(file, folder, problems);
        checkColumns(file, scenarios, problems);
        FamilyModels models = new FamilyModels(scenarios, columns);
        List<FamilyRow> rows = new RowsReader(file, models, problems).read();
        MeasuresReader measures = new MeasuresReader(file, models, problems);
        Family family = new Family(line(file, "family"), line(file, "title"), line(file, "about"),
                Reading.items(file.get("sources")).stream().map(Reading::text).toList(),
                line(file, "profile"), columns, scenarios, rows,
                new ElsewhereReader(file, catalogue, problems).read(), measures.crossings(),
                measures.operations(), Place.of(text.file()));
        problems.throwIfAny();
        return family;
    }

    private static String line(Node.Mapping mapping, String key) {
        return Reading.text(mapping.get(key));
    }

    private List<FamilyScenario> scenarios(
            Node.Mapping file, Folder folder, Problems problems) {
        FamilyScenarioReader reader =
                new FamilyScenarioReader(file, kinds, catalogue, folder, problems);
        List<FamilyScenario> scenarios = new ArrayList<>();
        Reading.mapping(file.get("scenarios")).entries().forEach(
                (name, entry) -> reader.read(name, entry).ifPresent(scenarios::add));
        return scenarios;
    }

    /** What a column says of a scenario, or of all, must be of use to one at least. */
    private static void checkColumns(
            Node.Mapping file, List<FamilyScenario> scenarios, Problems problems) {
        Node.Mapping written = Reading.mapping(file.get("scenarios"));
        List<String> switches = scenarios.stream().flatMap(each ->
                each.scenario().switches().stream()).map(Switch::name).distinct()
                .<String>map(name -> name).toList();
        List<String> parameters = scenarios.stream().flatMap(each ->
                each.scenario().kind().parameters().stream()).map(Parameter::name).distinct()
                .toList();
        boolean all = scenarios.size() == written.entries().size();
        Reading.mapping(file.get("columns")).entries().forEach((name, entry) -> {
            Node.Mapping column = Reading.mapping(entry.value());
            String of = "scenario of this family";
            known(column.get("in"), of, List.copyOf(written.keys()), problems);
            known(column.get("without"), of, List.copyOf(written.keys()), problems);
            if (all) {
                known(column.get("switches"), "switch of a machine here", switches, problems);
                known(column.get("machine"), "parameter of a machine here", parameters, problems);
            }
        });
    }

    private static void known(
            Node mapping, String noun, List<String> names, Problems problems) {
        Reading.mapping(mapping).entries().forEach((name, entry) -> {
            if (!names.contains(name)) {
                problems.add(entry.keyPlace(), "there is no " + noun + " '" + name + "'; "
                        + DidYouMean.remedy(name, names));
            }
        });
    }
}
