package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.vtl.spec.AccessMask;

/**
 * Protection masks as scenarios write them: a letter for each right; {@code x} is both executions,
 * {@code k} that of kernel mode, {@code u} that of user mode.
 */
public final class Masks {

    private static final List<String> WORDS = List.of("none", "r", "w", "rw", "x", "rx", "wx",
            "rwx", "ru", "rwu", "rk", "rwk");

    private Masks() {
    }

    /** All words. */
    public static List<String> words() {
        return WORDS;
    }

    /** The bits of {@code word}: {@link AccessMask}. */
    public static int of(String word) {
        int mask = AccessMask.NONE;
        for (char right : word.equals(WORDS.get(0)) ? new char[0] : word.toCharArray()) {
            mask |= switch (right) {
                case 'r' -> AccessMask.READ;
                case 'w' -> AccessMask.WRITE;
                case 'k' -> AccessMask.KERNEL_EXECUTE;
                case 'u' -> AccessMask.USER_EXECUTE;
                default -> AccessMask.KERNEL_EXECUTE | AccessMask.USER_EXECUTE;
            };
        }
        return mask;
    }
}
