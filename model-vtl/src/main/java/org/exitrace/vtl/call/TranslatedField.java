package org.exitrace.vtl.call;

import java.util.Arrays;
import java.util.List;
import org.exitrace.vtl.spec.TranslateResult;
import org.exitrace.vtl.state.Access;
import org.exitrace.vtl.state.MemoryView;
import org.exitrace.vtl.state.Overlay;

/** What the output of a translation tells of the page that it has found. */
enum TranslatedField {
    /** The number of what it came to: {@link TranslateResult}. */
    RESULT("result") {
        @Override
        int read(MemoryView view, int page, Access access) {
            return result(view, page, access).ordinal();
        }
    },
    /** Whether an overlay page was met. */
    OVERLAY("overlay") {
        @Override
        int read(MemoryView view, int page, Access access) {
            return view.isOverlaid(page) ? 1 : 0;
        }
    };

    private final String word;

    TranslatedField(String word) {
        this.word = word;
    }

    /** What it holds for an access of the VTL whose view that is. */
    abstract int read(MemoryView view, int page, Access access);

    private static TranslateResult result(MemoryView view, int page, Access access) {
        if (view.isOverlaid(page)) {
            boolean legal = access == Access.READ
                    || view.over(page).map(Overlay::kind).orElseThrow().isWritable();
            return legal ? TranslateResult.SUCCESS : TranslateResult.GPA_ILLEGAL_OVERLAY_ACCESS;
        }
        return view.grants(page, access) ? TranslateResult.SUCCESS
                : access == Access.READ ? TranslateResult.GPA_NO_READ_ACCESS
                : TranslateResult.GPA_NO_WRITE_ACCESS;
    }

    /** All words. */
    static List<String> words() {
        return Arrays.stream(values()).map(each -> each.word).toList();
    }

    /** The one that scenarios write like that. */
    static TranslatedField of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word))
                .findFirst().orElseThrow();
    }
}
