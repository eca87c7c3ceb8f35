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
     * Puts {@code content} into {@code file}, making or replacing it.
     *
     * @throws UnusableInputException where that cannot be done; what was there is untouched
     */
    public static void write(Path file, byte[] content) {
        if (Files.isDirectory(file)) {
            throw new UnusableInputException(Place.of(file.toString()),
                    "this is a folder and cannot be written as a file; name a file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            writeInto(file, content);
            return;
        }
        Path beside = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UnusableInputException(Place.of(file.toString()), reason(failure));
        } finally {
            removeLeftover(beside);
        }
    }

    /** A pipe or a terminal is written to, never replaced. */
    private static void writeInto(Path device, byte[] content) {
        try {
            Files.write(device, content, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UnusableInputException(Place.of(device.toString()), reason(failure));
        }
    }

    private static void removeLeftover(Path beside) {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException failure) {
            // The failure that left it behind is the one that is told.
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
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
