package org.exitrace.vtl.call;

import java.util.List;
import org.exitrace.vtl.spec.AccessMask;

/** Protection masks as scenarios write them: a letter for each right, without MBEC. */
public final class Masks {

    private static final List<String> WORDS =
            List.of("none", "r", "w", "rw", "x", "rx", "wx", "rwx");

    private Masks() {
    }

    /** All words. */
    public static List<String> words() {
        return WORDS;
    }

    /** The bits of {@code word}: {@link AccessMask}. */
    public static int of(String word) {
        return AccessMask.effective(WORDS.indexOf(word), false);
    }
}
