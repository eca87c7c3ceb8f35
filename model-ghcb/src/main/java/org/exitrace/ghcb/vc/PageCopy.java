package org.exitrace.ghcb.vc;

import java.util.EnumMap;
import java.util.Map;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;

/** What a GHCB page held at some moment: its fields and their valid bits. */
final class PageCopy extends Region {

    private final BitsCell valid = cells().bits("valid", GhcbField.values().length);
    private final Map<GhcbField, WordCell> fields = new EnumMap<>(GhcbField.class);

    /** Declares it in {@code scope}, for pages that carry what {@code like} carries. */
    PageCopy(CellScope scope, GhcbPage like) {
        super(scope);
        for (GhcbField field : GhcbField.values()) {
            if (like.carries(field)) {
                fields.put(field, cells().word(field.name()));
            }
        }
    }

    /** Copies {@code page}. */
    void take(GhcbPage page) {
        valid.become(page.valid.get());
        fields.forEach((field, cell) -> cell.become(page.get(field)));
    }

    /** Writes the copy into {@code page}. */
    void putInto(GhcbPage page) {
        page.valid.become(valid.get());
        fields.forEach((field, cell) -> page.write(field, cell.get()));
    }

    /** Whether {@code page} is what was copied. */
    boolean isOf(GhcbPage page) {
        return page.valid.get() == valid.get() && fields.entrySet().stream()
                .allMatch(entry -> entry.getValue().is(page.get(entry.getKey())));
    }

    /** Nobody needs the copy any more. */
    void forget() {
        valid.clear();
        fields.values().forEach(WordCell::clear);
    }
}
