package org.exitrace.scenarios.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.profile.ProfileReader;

/** Reads scenario files and checks them against the schema and the model. */
public final class ScenarioReader {

    /** The version of the format that is read. */
    public static final long FORMAT = 1;

    /** As the schema has it: beside the scenario, where no other file of the disk is. */
    private static final Pattern BESIDE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.json");

    private final MachineKinds kinds;
    private final boolean looksAtSchema;
    private DocumentSchema schema;

    /** Reads files that name machines of {@code kinds}. */
    public ScenarioReader(MachineKinds kinds) {
        this(kinds, true);
    }

    private ScenarioReader(MachineKinds kinds, boolean looksAtSchema) {
        this.kinds = kinds;
        this.looksAtSchema = looksAtSchema;
    }

    /**
     * Reads files that a test has compared with the schema: without looking at it again, which
     * takes longer than all the rest.
     */
    public static ScenarioReader ofTestedFiles(MachineKinds kinds) {
        return new ScenarioReader(kinds, false);
    }

    /**
     * The scenario that the file {@code name} in {@code folder} holds.
     *
     * @throws UnusableInputException with everything that is wrong with it
     */
    public Scenario read(Folder folder, String name) {
        ScenarioDraft draft = draft(folder, name);
        return draft.scenario().orElseThrow(() -> new UnusableInputException(draft.problems()));
    }

    /**
     * What the file {@code name} in {@code folder} holds, with everything that is wrong with it.
     *
     * @throws UnusableInputException where it is no document of this format at all
     */
    public ScenarioDraft draft(Folder folder, String name) {
        FileText text = FileText.read(folder, name, Limits.HANDWRITTEN.bytes());
        Problems problems = new Problems();
        Node tree = DocumentReader.read(text, Syntax.YAML, Limits.HANDWRITTEN, problems);
        Node.Mapping file = Reading.mapping(tree);
        refuseOtherFormat(file);
        if (looksAtSchema) {
            problems.addAll(schema().problems(tree));
        }
        checkProfile(file, problems);
        Optional<MachineKind> kind = kind(file, problems);
        List<ScenarioDesign> designs = kind.map(
                known -> new DesignsReader(file, known, problems).read()).orElse(List.of());
        PropertiesCheck properties = new PropertiesCheck(file, problems);
        designs.forEach(design -> properties.check(
                design, kind.orElseThrow().build(design.machine(), design.switches())));
        return new ScenarioDraft(problems.inOrder(), recordings(file), problems.isEmpty()
                ? Optional.of(scenario(
                        file, kind.orElseThrow(), designs, folder, Place.of(text.file())))
                : Optional.empty());
    }

    /** The schedules that may be opened; what names another file is refused unopened. */
    private static List<Node.Scalar> recordings(Node.Mapping file) {
        List<Node.Scalar> names = new ArrayList<>();
        Reading.mapping(file.get("designs")).entries().forEach((design, entry) -> {
            if (Reading.mapping(entry.value()).get("replay") instanceof Node.Scalar name
                    && BESIDE.matcher(Reading.text(name)).matches()) {
                names.add(name);
            }
        });
        return names;
    }

    private DocumentSchema schema() {
        if (schema == null) {
            schema = DocumentSchema.beside(ScenarioReader.class, "scenario.schema.json");
        }
        return schema;
    }

    /**
     * Refuses a file that says it has another format than {@value #FORMAT}.
     *
     * @throws UnusableInputException at the place where it says so
     */
    public static void refuseOtherFormat(Node.Mapping file) {
        if (file.get("format") instanceof Node.Scalar format
                && format.kind() == Node.Kind.INTEGER
                && Reading.number(format, FORMAT) != FORMAT) {
            throw new UnusableInputException(format.place(), "this file has format "
                    + format.text() + ", but this version of Exitrace reads format " + FORMAT
                    + "; use the version that wrote it, or rewrite it as docs/scenario-format.md"
                    + " says");
        }
    }

    /** Tells of a timing profile that the file names and that does not come with the program. */
    public static void checkProfile(Node.Mapping file, Problems problems) {
        String name = Reading.text(file.get("profile"));
        if (!name.isEmpty() && !ProfileReader.KNOWN.contains(name)) {
            problems.add(file.get("profile").place(), "there is no timing profile '" + name
                    + "'; " + DidYouMean.remedy(name, ProfileReader.KNOWN)
                    + " (the command line takes files, too)");
        }
    }

    private Optional<MachineKind> kind(Node.Mapping file, Problems problems) {
        Node.Mapping machine = Reading.mapping(file.get("machine"));
        String name = Reading.text(machine.get("kind"));
        Optional<MachineKind> kind = kinds.find(name);
        if (kind.isEmpty() && !name.isEmpty()) {
            problems.add(machine.get("kind").place(), "there is no kind of machine '" + name
                    + "'; " + DidYouMean.remedy(name, kinds.names()));
        }
        return kind;
    }

    private static Scenario scenario(Node.Mapping file, MachineKind kind,
            List<ScenarioDesign> designs, Folder folder, Place place) {
        return new Scenario(
                Reading.text(file.get("scenario")), Reading.text(file.get("title")),
                Reading.text(file.get("about")), texts(file.get("sources")), kind, designs,
                Reading.text(file.get("profile")), texts(file.get("reach")), folder, place);
    }

    private static List<String> texts(Node list) {
        return Reading.items(list).stream().map(Reading::text).toList();
    }
}
