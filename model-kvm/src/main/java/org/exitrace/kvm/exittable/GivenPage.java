package org.exitrace.kvm.exittable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.conformance.KernelRow;

/**
 * What stands in MSR and page when the guest of a row leaves: {@code RAX=1}, {@code !RAX} for a
 * field whose valid bit is clear, {@code buffer[0]=2}, {@code msr=0}; and the exit itself, such as
 * {@code IOIO info1=0x3f80010 info2=0} or {@code GHCB_MSR 0x2}. The three exit fields are valid
 * where nothing else is said. What {@link SecondAsker} does is given there, too.
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
    private final RowCalls calls;
    private final SecondAsker second;
    private OptionalLong msr = OptionalLong.empty();

    GivenPage(KernelRow row, List<String> given, ExchangeBounds bounds) {
        this.row = row;
        this.calls = new RowCalls(row, bounds);
        this.second = new SecondAsker(calls);
        readExit(row.asks().split(" +"));
        given.forEach(this::readGiven);
    }

    private void readExit(String[] words) {
        if (words[0].equals(MSR_FORM) && words.length == 2) {
            msr = OptionalLong.of(calls.number(words[1]));
            return;
        }
        Optional<NaeEvent> event = List.of(NaeEvent.values()).stream()
                .filter(known -> known.name().equals(words[0])).findFirst();
        put(GhcbField.SW_EXITCODE, event.isPresent() ? event.get().code() : calls.number(words[0]));
        put(GhcbField.SW_EXITINFO1, 0);
        put(GhcbField.SW_EXITINFO2, 0);
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            if (pair.length < 2 || !pair[0].startsWith("info")) {
                throw row.at().wrong("'" + words[i] + "': write info1=<number> info2=<number>");
            }
            put(field("SW_EXIT" + pair[0].toUpperCase(Locale.ROOT)), calls.number(pair[1]));
        }
    }

    private void readGiven(String item) {
        if (second.takes(item)) {
            return;
        }
        if (item.startsWith(INVALID)) {
            valid.remove(field(item.substring(INVALID.length())));
            return;
        }
        String[] pair = item.split("=", 2);
        if (pair.length < 2) {
            throw row.at().wrong("'" + item + "' is not given; write <field>=<number>, !<field>,"
                    + " buffer[<word>]=<number>, msr=<number>, jump-table=<number>, INIT or SIPI");
        }
        if (pair[0].equals(MSR)) {
            msr = OptionalLong.of(calls.number(pair[1]));
        } else if (pair[0].startsWith(BUFFER)) {
            buffer.put((int) calls.number(pair[0].substring(BUFFER.length(), pair[0].length() - 1)),
                    calls.number(pair[1]));
        } else {
            put(field(pair[0]), calls.number(pair[1]));
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

    /** The virtual CPU that asks. */
    int asker() {
        return second.asker();
    }

    /** What another virtual CPU does, if the row has one do anything. */
    Optional<Script<GhcbGuest>> others() {
        return second.script();
    }

    /** What the guest writes there. */
    Script<GhcbGuest> script() {
        List<Call<GhcbGuest>> script = new ArrayList<>(second.before());
        if (msr() != GhcbPage.addressOf(asker())) {
            script.add(calls.call("write-ghcb-msr", "value", RowCalls.text(msr())));
        }
        values.forEach((field, value) -> script.add(
                calls.set(asker(), field, value, valid.contains(field))));
        buffer.forEach((word, value) -> script.add(calls.call("set-buffer",
                "of", Integer.toString(asker()), "word", word.toString(),
                "value", RowCalls.text(value))));
        script.add(calls.exit());
        return new Script<>(script);
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
        return msr.orElse(GhcbPage.addressOf(asker()));
    }

    /** Whether it is no page that is asked with. */
    boolean isMsrForm() {
        return values.isEmpty();
    }
}
