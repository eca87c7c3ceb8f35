package org.exitrace.kvm.exittable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.exchange.ExchangeOperations;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.conformance.KernelRow;

/**
 * What stands in MSR and page when the guest of a row leaves: {@code RAX=1}, {@code !RAX} for a
 * field whose valid bit is clear, {@code buffer[0]=2}, {@code msr=0}; and the exit itself, such as
 * {@code IOIO info1=0x3f80010 info2=0} or {@code GHCB_MSR 0x2}. The three exit fields are valid
 * where nothing else is said.
 */
final class GivenPage {

    private static final String MSR_FORM = "GHCB_MSR";
    private static final String MSR = "msr";
    private static final String BUFFER = "buffer[";
    private static final String INVALID = "!";

    private final KernelRow row;
    private final Map<GhcbField, Long> values = new EnumMap<>(GhcbField.class);
    private final Set<GhcbField> valid = EnumSet.noneOf(GhcbField.class);
    private final Map<Integer, Long> buffer = new TreeMap<>();
    private final ExchangeBounds bounds;
    private long msr = GhcbPage.addressOf(0);

    GivenPage(KernelRow row, List<String> given, ExchangeBounds bounds) {
        this.row = row;
        this.bounds = bounds;
        readExit(row.asks().split(" +"));
        given.forEach(this::readGiven);
    }

    private void readExit(String[] words) {
        if (words[0].equals(MSR_FORM) && words.length == 2) {
            msr = number(words[1]);
            return;
        }
        Optional<NaeEvent> event = List.of(NaeEvent.values()).stream()
                .filter(known -> known.name().equals(words[0])).findFirst();
        put(GhcbField.SW_EXITCODE, event.isPresent() ? event.get().code() : number(words[0]));
        put(GhcbField.SW_EXITINFO1, 0);
        put(GhcbField.SW_EXITINFO2, 0);
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            if (pair.length < 2 || !pair[0].startsWith("info")) {
                throw row.at().wrong("'" + words[i] + "': write info1=<number> info2=<number>");
            }
            put(field("SW_EXIT" + pair[0].toUpperCase(Locale.ROOT)), number(pair[1]));
        }
    }

    private void readGiven(String item) {
        if (item.startsWith(INVALID)) {
            valid.remove(field(item.substring(INVALID.length())));
            return;
        }
        String[] pair = item.split("=", 2);
        if (pair.length < 2) {
            throw row.at().wrong("'" + item + "' is not given; write <field>=<number>, !<field>,"
                    + " buffer[<word>]=<number> or msr=<number>");
        }
        if (pair[0].equals(MSR)) {
            msr = number(pair[1]);
        } else if (pair[0].startsWith(BUFFER)) {
            buffer.put((int) number(pair[0].substring(BUFFER.length(), pair[0].length() - 1)),
                    number(pair[1]));
        } else {
            put(field(pair[0]), number(pair[1]));
        }
    }

    private void put(GhcbField field, long value) {
        values.put(field, value);
        if (field.hasValidBit()) {
            valid.add(field);
        }
    }

    private GhcbField field(String name) {
        return GhcbField.named(name).orElseThrow(() -> row.at().wrong(
                "a GHCB page has no field '" + name + "'; it has " + GhcbField.names()));
    }

    private long number(String written) {
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

    /** What the guest writes there. */
    Script<GhcbGuest> script() {
        List<Call<GhcbGuest>> calls = new ArrayList<>();
        if (msr != GhcbPage.addressOf(0)) {
            calls.add(call("write-ghcb-msr", "value", text(msr)));
        }
        values.forEach((field, value) -> calls.add(call("set", "of", "0",
                "field", field.name(), "value", text(value),
                "valid", Boolean.toString(valid.contains(field)))));
        buffer.forEach((word, value) -> calls.add(call("set-buffer",
                "of", "0", "word", word.toString(), "value", text(value))));
        calls.add(call("VMGEXIT"));
        return new Script<>(calls);
    }

    /** A call with those names and values, in turn. */
    private Call<GhcbGuest> call(String name, String... words) {
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

    private static String text(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** What the guest wrote into {@code field}; 0 where nothing. */
    long value(GhcbField field) {
        return values.getOrDefault(field, 0L);
    }

    /** What the guest wrote into {@code word} of the shared buffer; 0 where nothing. */
    long buffer(int word) {
        return buffer.getOrDefault(word, 0L);
    }

    /** The valid bitmap, by place in {@link GhcbField}. */
    long validBits() {
        return valid.stream().mapToLong(field -> 1L << field.ordinal()).sum();
    }

    /** What the guest wrote into its GHCB MSR. */
    long msr() {
        return msr;
    }

    /** Whether it is no page that is asked with. */
    boolean isMsrForm() {
        return values.isEmpty();
    }
}
