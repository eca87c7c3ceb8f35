package org.exitrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.scenarios.catalogue.Catalogue;
import org.exitrace.scenarios.document.Place;
import org.exitrace.scenarios.document.UnusableInputException;

/** Folders of somebody's own scenarios, which stand for all files in them. */
final class OwnFolders {

    private static final String ENDING = ".yaml";

    private OwnFolders() {
    }

    /** {@code names} with the files of a folder in its place; the catalogue's names come first. */
    static List<String> opened(List<String> names, Catalogue index) {
        List<String> opened = new ArrayList<>();
        for (String name : names) {
            String path = name.replaceFirst("/+$", "");
            boolean isKnown = index.entries().stream().anyMatch(entry -> entry.isIn(path));
            if (isKnown || !Files.isDirectory(OutOption.path(name))) {
                opened.add(name);
            } else {
                opened.addAll(files(OutOption.path(name)));
            }
        }
        return opened;
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            List<String> files = found.map(Path::toString)
                    .filter(file -> file.endsWith(ENDING)).sorted().toList();
            if (files.isEmpty()) {
                throw new UnusableInputException(Place.of(folder.toString()),
                        "no file in this folder ends in .yaml; name another");
            }
            return files;
        } catch (IOException failure) {
            throw new UnusableInputException(Place.of(folder.toString()),
                    "this folder cannot be read; check its permissions");
        }
    }
}
