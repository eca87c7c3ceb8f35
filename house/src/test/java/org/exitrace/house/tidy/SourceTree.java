package org.exitrace.house.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every file of the checkout that somebody wrote. */
final class SourceTree {
    private static final Set<String> FOREIGN =
            Set.of(".git", "target", "node_modules", ".idea", ".vscode", ".settings");

    static final SourceTree CHECKOUT = new SourceTree(findRoot());

    final Path root;
    private final List<Path> files;

    SourceTree(Path root) {
        this.root = root;
        this.files = walk(root);
    }

    /** In the order of their names, so that messages do not depend on the file system. */
    Stream<Path> files(String suffix) {
        return files.stream().filter(file -> file.toString().endsWith(suffix)).sorted();
    }

    String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Path findRoot() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("house/pom.xml"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("run this test from within a checkout");
            }
        }
        return directory;
    }

    private static List<Path> walk(Path root) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes with) {
                    boolean ours = !FOREIGN.contains(dir.getFileName().toString())
                            && !dir.equals(root.resolve("out"));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes with) {
                    if (with.isRegularFile()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot walk " + root, e);
        }
        return List.copyOf(found);
    }
}
