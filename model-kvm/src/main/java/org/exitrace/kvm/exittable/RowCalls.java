package org.exitrace.kvm.exittable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeOperations;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.conformance.KernelRow;

/** Calls of which the scripts of a row are made. */
record RowCalls(KernelRow row, ExchangeBounds bounds) {

    /** A call with those names and values, in turn. */
    Call<GhcbGuest> call(String name, String... words) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            given.put(words[i], words[i + 1]);
        }
        Operation<GhcbGuest> operation = ExchangeOperations.all(bounds).stream()
                .filter(known -> known.name().equals(name)).findFirst().orElseThrow();
        try {
            return new Call<>(operation, Arguments.of(operation.parameters(), given), List.of(),
                    row.at().line());
        } catch (IllegalArgumentException wrong) {
            throw row.at().wrong(wrong.getMessage());
        }
    }

    /** A write into the page of virtual CPU {@code vcpu}. */
    Call<GhcbGuest> set(int vcpu, GhcbField field, long value, boolean valid) {
        return call("set", "of", Integer.toString(vcpu), "field", field.name(),
                "value", text(value), "valid", Boolean.toString(valid));
    }

    /** VMGEXIT. */
    Call<GhcbGuest> exit() {
        return call("VMGEXIT");
    }

    static String text(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** The number that somebody has written. */
    long number(String written) {
        try {
            return Long.decode(written);
        } catch (NumberFormatException tooLargeOrNone) {
            try {
                return Long.parseUnsignedLong(written.replaceFirst("^0x", ""), 16);
            } catch (NumberFormatException none) {
                throw row.at().wrong("'" + written + "' is no number; write 31 or 0x1f");
            }
        }
    }
}
