package org.exitrace.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the streams of this process lead to.
 *
 * <p>{@code System.console()} cannot tell: it asks about input and output together, and from JDK 22
 * on there is one even where both are files.
 *
 * @param outputColours whether standard output shows colours
 * @param errorColours whether standard error shows colours
 * @param errorMoves whether a line on standard error can be written over
 */
public record Terminal(boolean outputColours, boolean errorColours, boolean errorMoves) {

    /** Files and pipes: plain text. */
    public static final Terminal NONE = new Terminal(false, false, false);

    private static final int OUTPUT = 1;
    private static final int ERROR = 2;

    /** What the streams of this process lead to, and what its environment asks for. */
    public static Terminal ofProcess(Map<String, String> environment) {
        return of(isTerminal(OUTPUT), isTerminal(ERROR), environment);
    }

    static Terminal of(boolean output, boolean error, Map<String, String> environment) {
        boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean colours = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(output && colours, error && colours, error && able);
    }

    /** Asks the kernel; where it does not tell, plain text is always right. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(
                    Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }
}
