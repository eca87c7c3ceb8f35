package org.exitrace.scenarios;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.exitrace.engine.schedule.ScheduleToken;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.DiskFolder;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.Problem;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.family.Families;
import org.exitrace.scenarios.family.Family;
import org.exitrace.scenarios.family.FamilyReader;
import org.exitrace.scenarios.family.FamilyScenario;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.profile.ProfileFile;
import org.exitrace.scenarios.profile.ProfileReader;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import org.exitrace.scenarios.schedule.ScheduleCheck;
import org.exitrace.scenarios.schedule.ScheduleFile;
import org.exitrace.scenarios.table.CheckTables;

/**
 * What somebody may name on a command line: an entry of the catalogue, a file, a pasted line.
 *
 * <p>Each method throws {@link UnusableInputException} with everything that is wrong with what was
 * named.
 */
public final class Library {

    private static final String SCHEDULE_ENDING = ".json";
    private static final String YAML = ".yaml";

    private final Catalogue catalogue;
    private final MachineKinds kinds;
    private final ScenarioReader reader;

    /** The catalogue that comes with the program, and files for its kinds of machine. */
    public Library() {
        this(new Catalogue(KnownMachines.all()), KnownMachines.all());
    }

    /** Another catalogue, and files for machines of {@code kinds}. */
    public Library(Catalogue catalogue, MachineKinds kinds) {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.reader = new ScenarioReader(kinds);
    }

    /** The scenarios that come with the program. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * The scenario of a catalogue name, of a family, or in a file whose name ends in
     * {@code .yaml}.
     */
    public Scenario scenario(String nameOrFile) {
        if (isYaml(nameOrFile)) {
            return read(path(nameOrFile));
        }
        int inFamily = nameOrFile.indexOf(YAML + Family.SCENARIO);
        if (inFamily >= 0) {
            return in(family(nameOrFile.substring(0, inFamily + YAML.length())),
                    nameOrFile.substring(inFamily + YAML.length() + Family.SCENARIO.length()));
        }
        int slash = nameOrFile.lastIndexOf('/');
        if (nameOrFile.startsWith(Family.FOLDER) && slash >= Family.FOLDER.length()) {
            return in(family(nameOrFile.substring(0, slash)), nameOrFile.substring(slash + 1));
        }
        if (!catalogue.has(nameOrFile) && Files.isRegularFile(path(nameOrFile))) {
            throw new UnusableInputException(Place.of(nameOrFile), "the name of a scenario file"
                    + " ends in .yaml, that of a schedule in .json; rename it");
        }
        if (!catalogue.has(nameOrFile)) {
            refuseTables(nameOrFile);
        }
        return catalogue.read(nameOrFile);
    }

    private static Scenario in(Family family, String name) {
        return family.scenario(name).map(FamilyScenario::scenario)
                .orElseThrow(() -> new UnusableInputException("family '" + family.name()
                        + "' has no scenario '" + name + "'; " + DidYouMean.remedy(name,
                        family.scenarios().stream().map(FamilyScenario::name).toList())));
    }

    /** The family of designs of that name, or in a file whose name ends in {@code .yaml}. */
    public Family family(String nameOrFile) {
        if (isYaml(nameOrFile)) {
            Path file = path(nameOrFile);
            return new FamilyReader(kinds, catalogue)
                    .read(DiskFolder.of(file), file.getFileName().toString());
        }
        return Families.read(nameOrFile, kinds, catalogue);
    }

    private static void refuseTables(String name) {
        CheckTables tables = new CheckTables();
        if (tables.find(name).isPresent()) {
            throw new UnusableInputException("'" + name + "' is a table of checks and no scenario;"
                    + " './exitrace verify " + name + "' tries its rows");
        }
        if (!tables.in(name).isEmpty()) {
            throw new UnusableInputException("'" + name + "' is a folder and no scenario;"
                    + " './exitrace list " + name + "' tells what is in it");
        }
    }

    /**
     * The scenarios of several names, folders and files; the whole catalogue for none. Where some
     * cannot be read, all that is wrong with any of them is told.
     */
    public List<Scenario> scenarios(List<String> namesOrFiles) {
        List<Scenario> scenarios = new ArrayList<>();
        Problems problems = new Problems();
        List<String> names = new ArrayList<>(namesOrFiles);
        names.removeIf(Library::isYaml);
        if (!names.isEmpty() || namesOrFiles.isEmpty()) {
            problems.unlessUsable(() -> catalogue.select(names)
                    .forEach(entry -> scenarios.add(catalogue.read(entry.name()))));
        }
        namesOrFiles.stream().filter(Library::isYaml).forEach(name ->
                problems.unlessUsable(() -> scenarios.add(read(path(name)))));
        problems.throwIfAny();
        return scenarios;
    }

    /**
     * The schedule in a file whose name ends in {@code .json}, of a pasted line, or the recorded
     * one of the first design of a scenario that has one.
     */
    public LocatedSchedule schedule(String fileTokenOrScenario) {
        if (ScheduleToken.isToken(fileTokenOrScenario)) {
            return LocatedSchedule.ofToken(fileTokenOrScenario, this::scenario);
        }
        if (fileTokenOrScenario.endsWith(SCHEDULE_ENDING)) {
            Path file = path(fileTokenOrScenario);
            return LocatedSchedule.ofFile(DiskFolder.of(file), file.getFileName().toString(),
                    name -> named(name, file));
        }
        Scenario scenario = scenario(fileTokenOrScenario);
        return recorded(scenario, scenario.designs().stream().filter(ScenarioDesign::isRecorded)
                .findFirst().orElseThrow(() -> new UnusableInputException("no design of '"
                        + scenario.name() + "' has a recorded schedule; explore it, or name a"
                        + " schedule file")));
    }

    /** The recorded schedule of {@code design}, which has one. */
    public LocatedSchedule recorded(Scenario scenario, ScenarioDesign design) {
        ScheduleFile file = ScheduleFile.read(scenario.folder(), design.recorded());
        List<Problem> problems = ScheduleCheck.problems(file, scenario, design);
        if (!problems.isEmpty()) {
            throw new UnusableInputException(problems);
        }
        return new LocatedSchedule(scenario, design, file.schedule());
    }

    /** The timing profile of that name, or in a file whose name ends in {@code .yaml}. */
    public ProfileFile profile(String nameOrFile) {
        if (isYaml(nameOrFile)) {
            Path file = path(nameOrFile);
            return ProfileReader.read(DiskFolder.of(file), file.getFileName().toString());
        }
        return ProfileReader.named(nameOrFile);
    }

    /** What that timing profile says, word for word. */
    public Node.Mapping profileDocument(String nameOrFile) {
        if (isYaml(nameOrFile)) {
            Path file = path(nameOrFile);
            return ProfileReader.document(DiskFolder.of(file), file.getFileName().toString());
        }
        return ProfileReader.document(nameOrFile);
    }

    /**
     * Everything that is wrong with a scenario file and its schedules, with a schedule, with a
     * timing profile, which is known by its key {@code costs}, or with a family of designs, which
     * is known by its key {@code columns}.
     */
    public List<Problem> validate(String file) {
        try {
            if (isYaml(file) && hasKey("costs", path(file))) {
                profile(file);
                return List.of();
            }
            if (isYaml(file) && hasKey("columns", path(file))) {
                family(file);
                return List.of();
            }
            if (file.endsWith(SCHEDULE_ENDING)) {
                return validateSchedule(file);
            }
            return isYaml(file) ? validateScenario(path(file))
                    : Validation.ofSchedules(scenario(file));
        } catch (UnusableInputException unusable) {
            return unusable.problems();
        }
    }

    private static boolean isYaml(String name) {
        return name.endsWith(YAML) || name.endsWith(".yml");
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            throw new UnusableInputException("no file can have the name '" + name + "': "
                    + impossible.getReason());
        }
    }

    private static boolean hasKey(String key, Path file) {
        return FileText.read(DiskFolder.of(file), file.getFileName().toString(),
                Limits.HANDWRITTEN.bytes()).text().lines().anyMatch(l -> l.startsWith(key + ":"));
    }

    private List<Problem> validateSchedule(String file) {
        LocatedSchedule located = schedule(file);
        Path path = path(file);
        return ScheduleCheck.problemsOfReplay(
                ScheduleFile.read(DiskFolder.of(path), path.getFileName().toString()),
                located.scenario(), located.design());
    }

    private List<Problem> validateScenario(Path file) {
        Folder folder = DiskFolder.of(file);
        return Validation.of(reader.draft(folder, file.getFileName().toString()), folder);
    }

    private Scenario read(Path file) {
        return reader.read(DiskFolder.of(file), file.getFileName().toString());
    }

    /** A schedule of somebody's own scenario lies beside it. */
    private Scenario named(String name, Path schedule) {
        if (catalogue.has(name) || name.startsWith(Family.FOLDER)) {
            return scenario(name);
        }
        for (Path file : scenariosBeside(schedule)) {
            Scenario scenario = readable(file);
            if (scenario != null && scenario.name().equals(name)) {
                return scenario;
            }
        }
        return catalogue.read(name);
    }

    private Scenario readable(Path file) {
        try {
            return read(file);
        } catch (UnusableInputException notTheOne) {
            return null;
        }
    }

    private static List<Path> scenariosBeside(Path schedule) {
        Path folder = DiskFolder.of(schedule.toAbsolutePath()).path();
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(folder, "*.{yaml,yml}")) {
            found.forEach(files::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            // Then there is none beside it, and the catalogue's answer is told.
            return List.of();
        }
        Collections.sort(files);
        return files;
    }
}
