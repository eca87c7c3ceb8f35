package org.exitrace.vtl.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exitrace.vtl.spec.VtlNumber;
import org.exitrace.vtl.state.Access;

/** What the output of a check of an access tells of a page. Source: docs/vtl.md b.2. */
enum CheckedField {
    /** 0, or 1 where a higher VTL would intercept the access. */
    RESULT,
    /** The rights of the access that are not there, as a mask has them. */
    DENIED,
    /** The lowest VTL that forbids it; 0 for none. */
    VTL;

    /** What it holds if {@code above} would intercept {@code access}. */
    int read(int above, Access access) {
        boolean isDenied = above > VtlNumber.LOWEST;
        return switch (this) {
            case RESULT -> isDenied ? 1 : 0;
            case DENIED -> isDenied ? access.right() : 0;
            case VTL -> isDenied ? above : 0;
        };
    }

    /** All words. */
    static List<String> words() {
        return Arrays.stream(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** The one that scenarios write like that. */
    static CheckedField of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
