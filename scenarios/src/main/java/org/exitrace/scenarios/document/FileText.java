package org.exitrace.scenarios.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * The text of a file.
 *
 * @param file as the person who runs the program knows it
 * @param text all of it
 */
public record FileText(String file, String text) {

    /**
     * Reads {@code name} in {@code folder}.
     *
     * @param mostBytes how large the file may be; a larger one is not read to its end
     * @throws UnusableInputException where it cannot be read, is too large or is not UTF-8
     */
    public static FileText read(Folder folder, String name, int mostBytes) {
        Place place = Place.of(folder.shown(name));
        try (InputStream stream = folder.open(name)) {
            byte[] bytes = stream.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new UnusableInputException(place, "this file is larger than "
                        + sized(mostBytes) + ", the most that is read; is it the right file?");
            }
            return new FileText(place.file(), StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            throw new UnusableInputException(
                    place, "this file is not UTF-8 text; save it as UTF-8, if it is the right one");
        } catch (IOException failure) {
            throw new UnusableInputException(place, reason(failure));
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file; check the name";
        }
        if (failure instanceof AccessDeniedException) {
            return "this file may not be read; check its permissions";
        }
        String detail = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason() : String.valueOf(failure.getMessage());
        return "this file cannot be read: " + detail;
    }

    private static String sized(int bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
    }
}
