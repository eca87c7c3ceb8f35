package org.exitrace.ghcb.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.spec.GhcbField;

/**
 * One GHCB page. Fields that nobody in the machine names are 0 and invalid for ever, and take no
 * cell. The shared buffer is kept in words of eight bytes, as many as the machine has.
 */
public final class GhcbPage extends Region {

    /** Bits of an address below its page. */
    public static final int PAGE_BITS = 12;
    /** Page number of the GHCB of virtual CPU 0; those of the others follow. */
    public static final int FIRST_GFN = 16;

    /** The valid bitmap: by place in {@link GhcbField}, not by offset. */
    public final BitsCell valid = cells().bits("valid", GhcbField.values().length)
            .named(GhcbField.names().toArray(new String[0]));
    /** The words of the shared buffer, from offset 0x800 on. */
    public final List<WordCell> buffer;

    private final Map<GhcbField, WordCell> fields = new EnumMap<>(GhcbField.class);
    private final int number;

    /**
     * Declares the GHCB page of virtual CPU {@code number} in {@code scope}.
     *
     * @param carried the fields that somebody in the machine names
     * @param words words of the shared buffer, 0 to 254
     */
    public GhcbPage(CellScope scope, int number, Set<GhcbField> carried, int words) {
        super(scope);
        this.number = number;
        for (GhcbField field : GhcbField.values()) {
            if (carried.contains(field)) {
                fields.put(field, cells().word(field.name()));
            }
        }
        List<WordCell> all = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            all.add(cells().word("buffer[" + word + "]"));
        }
        buffer = List.copyOf(all);
    }

    /** Whose page it is. */
    public int number() {
        return number;
    }

    /** Its guest-physical address. */
    public long address() {
        return addressOf(number);
    }

    /** The guest-physical address of the GHCB of virtual CPU {@code number}. */
    public static long addressOf(int number) {
        return (long) (FIRST_GFN + number) << PAGE_BITS;
    }

    /** What stands in {@code field}. */
    public long get(GhcbField field) {
        WordCell cell = fields.get(field);
        return cell == null ? 0 : cell.get();
    }

    /** Writes {@code value} into {@code field}; its valid bit stays as it is. */
    public void write(GhcbField field, long value) {
        WordCell cell = fields.get(field);
        if (cell == null) {
            throw new IllegalStateException(field + " is not carried by this machine's GHCBs");
        }
        cell.become(value);
    }

    /** Whether {@code field} is one of those that the machine's GHCBs carry. */
    public boolean carries(GhcbField field) {
        return fields.containsKey(field);
    }

    /** Whether the valid bit of {@code field} is set. */
    public boolean isValid(GhcbField field) {
        return valid.has(field.ordinal());
    }

    /** Sets the valid bit of {@code field}; a field behind the bitmap has none. */
    public void markValid(GhcbField field) {
        if (field.hasValidBit()) {
            valid.add(field.ordinal());
        }
    }

    /** Clears the valid bit of {@code field}. */
    public void invalidate(GhcbField field) {
        valid.remove(field.ordinal());
    }
}
