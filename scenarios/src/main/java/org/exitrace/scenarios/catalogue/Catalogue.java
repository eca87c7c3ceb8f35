package org.exitrace.scenarios.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.DocumentReader;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.Node;
import org.exitrace.scenarios.document.Problems;
import org.exitrace.scenarios.document.Reading;
import org.exitrace.scenarios.document.ResourceFolder;
import org.exitrace.scenarios.document.Syntax;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioReader;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.table.CheckTables;

/**
 * The scenarios that come with the program. The index answers what lists show, so that a list
 * reads one small file; a test keeps it equal to the scenarios, and compares those with the schema.
 */
public final class Catalogue {

    /** Folder of the catalogue, from the root of the class path. */
    public static final String FOLDER = "catalogue";
    /** File that lists all entries, one a line, columns separated by tabulators. */
    public static final String INDEX = "index.tsv";

    private static final String ENDING = ".yaml";

    private final Class<?> owner;
    private final String root;
    private final ScenarioReader reader;
    private final List<CatalogueEntry> entries;
    private final List<String> tables;

    /** The catalogue that comes with the program, whose machines are of {@code kinds}. */
    public Catalogue(MachineKinds kinds) {
        this(Catalogue.class, FOLDER, kinds, CheckTables.NAMES);
    }

    /** The catalogue in the folder {@code root} of the module of {@code owner}. */
    public Catalogue(Class<?> owner, String root, MachineKinds kinds) {
        this(owner, root, kinds, List.of());
    }

    private Catalogue(
            Class<?> owner, String root, MachineKinds kinds, List<String> tables) {
        this.tables = tables;
        this.owner = owner;
        this.root = root;
        this.reader = ScenarioReader.ofTestedFiles(kinds);
        this.entries = FileText.read(new ResourceFolder(owner, root), INDEX,
                Limits.HANDWRITTEN.bytes()).text().lines().filter(line -> !line.isBlank())
                .map(CatalogueEntry::parse).toList();
    }

    /** All entries in the order of the index. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    /** Whether {@code name} is the name of an entry. */
    public boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    /**
     * The entries that {@code paths} stand for, each a name or a folder's name; all for no path.
     *
     * @throws UnusableInputException with each path that stands for nothing
     */
    public List<CatalogueEntry> select(List<String> paths) {
        if (paths.isEmpty()) {
            return entries;
        }
        Set<CatalogueEntry> selected = new LinkedHashSet<>();
        Problems unknown = new Problems();
        for (String written : paths) {
            String path = written.replaceFirst("/+$", "");
            List<CatalogueEntry> found = entries.stream().filter(e -> e.isIn(path)).toList();
            selected.addAll(found);
            if (found.isEmpty()) {
                unknown.addAll(unknown(path).problems());
            }
        }
        unknown.throwIfAny();
        return entries.stream().filter(selected::contains).toList();
    }

    /**
     * The scenario of that name.
     *
     * @throws UnusableInputException where there is none
     */
    public Scenario read(String name) {
        Folder folder = folderOf(name);
        return reader.read(folder, fileOf(name));
    }

    /**
     * The file of that scenario as it is written.
     *
     * @throws UnusableInputException where there is none
     */
    public Node.Mapping written(String name) {
        FileText text =
                FileText.read(folderOf(name), fileOf(name), Limits.HANDWRITTEN.bytes());
        return Reading.mapping(DocumentReader.read(
                text, Syntax.YAML, Limits.HANDWRITTEN, new Problems()));
    }

    private Folder folderOf(String name) {
        if (!has(name)) {
            throw isFolder(name) ? folder(name) : unknown(name);
        }
        int slash = name.lastIndexOf('/');
        return new ResourceFolder(
                owner, slash < 0 ? root : root + "/" + name.substring(0, slash));
    }

    private static String fileOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1) + ENDING;
    }

    private boolean isFolder(String name) {
        return entries.stream().anyMatch(entry -> entry.isIn(name.replaceFirst("/+$", "")));
    }

    private UnusableInputException folder(String name) {
        String path = name.replaceFirst("/+$", "");
        return new UnusableInputException("'" + path + "' is a folder of the catalogue; name one"
                + " scenario in it, which ./exitrace list " + path + " tells");
    }

    private UnusableInputException unknown(String name) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> addWithFolders(entry.name(), names));
        tables.forEach(table -> addWithFolders(table, names));
        return new UnusableInputException("the catalogue has no scenario or folder '" + name
                + "'; " + DidYouMean.remedy(name, names));
    }

    private static void addWithFolders(String name, Set<String> names) {
        for (int i = name.indexOf('/'); i >= 0; i = name.indexOf('/', i + 1)) {
            names.add(name.substring(0, i));
        }
        names.add(name);
    }
}
