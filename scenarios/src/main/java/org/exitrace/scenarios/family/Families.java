package org.exitrace.scenarios.family;

import java.util.List;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.FileText;
import org.exitrace.scenarios.document.Folder;
import org.exitrace.scenarios.document.Limits;
import org.exitrace.scenarios.document.ResourceFolder;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.machine.MachineKinds;

/**
 * The families that come with the program. The index answers what lists show; a test keeps it
 * equal to the files.
 */
public final class Families {

    /** Folder of the families, from the root of the class path. */
    public static final String FOLDER = "compare";
    /** File that lists all families, one a line, columns separated by tabulators. */
    public static final String INDEX = "index.tsv";

    private static final Folder PLACE = new ResourceFolder(Families.class, FOLDER);
    private static final String ENDING = ".yaml";

    private Families() {
    }

    /** All families, in order. */
    public static List<FamilyEntry> all() {
        return FileText.read(PLACE, INDEX, Limits.HANDWRITTEN.bytes()).text().lines()
                .filter(line -> !line.isBlank()).map(FamilyEntry::parse).toList();
    }

    /**
     * The family of that name, with or without the folder's.
     *
     * @throws UnusableInputException where there is none
     */
    public static Family read(String name, MachineKinds kinds, Catalogue catalogue) {
        String own = name.startsWith(Family.FOLDER)
                ? name.substring(Family.FOLDER.length()) : name;
        List<String> known = all().stream().map(FamilyEntry::name).toList();
        if (!known.contains(own)) {
            throw new UnusableInputException("there is no family of designs '" + name
                    + "' (and no such file ending in .yaml); " + DidYouMean.remedy(own, known));
        }
        return FamilyReader.ofTestedFiles(kinds, catalogue).read(PLACE, own + ENDING);
    }
}
