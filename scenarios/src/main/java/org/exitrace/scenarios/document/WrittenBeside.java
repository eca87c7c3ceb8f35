package org.exitrace.scenarios.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file beside its place and renames it, so that an existing file is never half lost. */
public final class WrittenBeside {

    private WrittenBeside() {
    }

    /**
     * Puts {@code text} into {@code file}, making or replacing it.
     *
     * @throws UnusableInputException where that cannot be done; what was there is untouched
     */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Refuses a place that cannot be written to, before there is anything to be written: an empty
     * file is made beside it and removed.
     *
     * @throws UnusableInputException where {@link #write} would throw it; nothing is changed
     */
    public static void refuseUnwritable(Path file) {
        if (isDevice(file)) {
            if (!Files.isWritable(file)) {
                throw unusable(file, new AccessDeniedException(file.toString()));
            }
            return;
        }
        Path beside = beside(file);
        try {
            Files.write(beside, new byte[0]);
        } catch (IOException failure) {
            throw unusable(file, failure);
        } finally {
            removeLeftover(beside);
        }
    }

    /**
     * Puts {@code content} into {@code file}, making or replacing it.
     *
     * @throws UnusableInputException where that cannot be done; what was there is untouched
     */
    public static void write(Path file, byte[] content) {
        if (isDevice(file)) {
            writeInto(file, content);
            return;
        }
        Path beside = beside(file);
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unusable(file, failure);
        } finally {
            removeLeftover(beside);
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static Path beside(Path file) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(Place.of(file.toString()),
                    "this is a folder and cannot be written as a file; name a file in it");
        }
        return file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    }

    private static UnusableInputException unusable(Path file, IOException failure) {
        return new UnusableInputException(Place.of(file.toString()), reason(file, failure));
    }

    /** A pipe or a terminal is written to, never replaced. */
    private static void writeInto(Path device, byte[] content) {
        try {
            Files.write(device, content, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw unusable(device, failure);
        }
    }

    private static void removeLeftover(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException failure) {
            // The failure that left it behind is the one that is told.
        }
    }

    private static String reason(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            if (Files.isDirectory(file.toAbsolutePath().getParent())) {
                return "this file cannot be written: its folder takes no files; name another";
            }
            return "this file cannot be written: its folder does not exist; make it first";
        }
        if (failure instanceof AccessDeniedException) {
            return "this file cannot be written: its folder may not be written to; name another";
        }
        String detail = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason() : String.valueOf(failure.getMessage());
        return "this file cannot be written: " + detail + "; name another place";
    }
}
