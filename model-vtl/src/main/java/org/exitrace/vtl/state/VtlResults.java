package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.spec.HvStatus;

/** What operations of guest code can give. */
public final class VtlResults {

    /** The instruction raises an exception instead. */
    public static final String UD = "#UD";

    private VtlResults() {
    }

    /** All words. */
    public static List<String> all() {
        List<String> all = new ArrayList<>(List.of(UD, Intercept.NOTHING));
        for (HvStatus status : HvStatus.values()) {
            all.add(status.name());
        }
        for (Access access : Access.values()) {
            all.add(access.name());
        }
        for (EntryReason cause : EntryReason.values()) {
            all.add(cause.name());
        }
        all.addAll(values());
        return all;
    }

    /** The values of registers. */
    public static List<String> values() {
        List<String> values = new ArrayList<>();
        for (int value = 0; value <= Register.MOST; value++) {
            values.add(Integer.toString(value));
        }
        return values;
    }
}
