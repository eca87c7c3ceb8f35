package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.vtl.spec.EntryReason;
import org.exitrace.vtl.spec.HvStatus;

/** What operations of guest code can give. */
public final class VtlResults {

    /** The instruction raises an exception instead. */
    public static final String UD = "#UD";
    /** The same of an access that the page of a hypervisor does not take. */
    public static final String GP = "#GP";

    /** The same of an access that a VTL forbids which its processor does not have (reading). */
    public static final String MC = "#MC";

    private static final int MOST_OF_FIELD = 15;

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
        for (SynicMessage message : SynicMessage.values()) {
            if (!all.contains(message.name())) {
                all.add(message.name());
            }
        }
        for (EntryReason cause : EntryReason.values()) {
            all.add(cause.name());
        }
        List.of(Guarded.CR4, Guarded.EFER, Guarded.STARTUP)
                .forEach(guarded -> all.add(guarded.word()));
        all.addAll(fieldValues());
        all.add(GP);
        all.addAll(spreadIds());
        all.add(Guarded.PORT.word());
        all.add(MC);
        return all;
    }

    /** The values of fields of virtual secure mode. */
    public static List<String> fieldValues() {
        return numbers(MOST_OF_FIELD);
    }

    /** Ids of local APICs, in machines of both kinds. */
    public static List<String> apicIds() {
        List<String> ids = fieldValues();
        ids.addAll(spreadIds());
        return ids;
    }

    /** Ids that are no values of fields. */
    private static List<String> spreadIds() {
        List<String> ids = new ArrayList<>();
        for (int vp = 1; vp < VtlBounds.MOST_VPS; vp++) {
            ids.add(Integer.toString(vp * VtlBounds.APIC_ID_STEP));
        }
        return ids;
    }

    /** The values of registers. */
    public static List<String> values() {
        return numbers(Register.MOST);
    }

    private static List<String> numbers(int most) {
        List<String> numbers = new ArrayList<>();
        for (int number = 0; number <= most; number++) {
            numbers.add(Integer.toString(number));
        }
        return numbers;
    }
}
