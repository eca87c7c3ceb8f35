package org.exitrace.scenarios.tracepoint;

import java.util.LinkedHashMap;
import java.util.Map;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.StateLayout;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoints;

/** A thread of the host, as far as its events need to know it: cells, notes, what it told last. */
final class Teller {

    /** Stands in front of a cell's name that is asked for what it held in front of a step. */
    static final String BEFORE = "was.";

    private static final String PAGE = "page.";
    private static final long MSR_INFO = 0xFFF;
    private static final long REQUEST_EVENT = 1L << 14;
    private static final long REQUEST_NMI = 1L << 17;
    private static final long ICR_ASSERT = 0x4000;
    private static final long ICR_ALL_BUT_SELF = 0xC_0000;
    private static final Map<String, Long> ICR_MODES = Map.of("INIT", 0x500L, "SIPI", 0x600L);

    /** Its vCPU's number; -1 for a thread of another kind. */
    final int vcpu;
    /** The number of its last step; 0 before the first. */
    long lastStep;
    private long lastNs;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final StateLayout layout;
    private final Map<String, String> notes;
    private String last = "";
    private Body ghcb;
    private Body ipi;

    /**
     * One who knows {@code known} from the start.
     *
     * @param vcpu its vCPU's number; -1 for another, whose cells are those of {@code region}
     */
    Teller(int vcpu, String region, StateLayout layout, Map<String, String> known) {
        this.vcpu = vcpu;
        this.layout = layout;
        this.notes = new LinkedHashMap<>(known);
        notes.put("injected", "0");
        declare("", region);
        if (vcpu >= 0) {
            declare("sev_es.", "sev_es[" + vcpu + "]");
            declare("guest.", "guest[" + vcpu + "]");
        }
    }

    private void declare(String prefix, String region) {
        for (Cell cell : layout.cells()) {
            if (cell.name().startsWith(region + ".")) {
                cells.put(prefix + cell.name().substring(region.length() + 1), cell);
            }
        }
    }

    /** What {@code name} holds, in words; empty where this teller has nothing of that name. */
    String value(String name, Moment now) {
        if (name.startsWith(BEFORE)) {
            return cell(name.substring(BEFORE.length()), now.before());
        }
        if (name.startsWith(PAGE)) {
            return page(name.substring(PAGE.length()), now);
        }
        return switch (name) {
            case "vcpu" -> Integer.toString(vcpu);
            case "actor" -> now.step().actor().name();
            case "last" -> last;
            case "idle" -> Long.toString(now.atNs() - lastNs);
            case "waited" -> now.waited() ? "1" : "0";
            case "asked" -> ghcb == null ? "" : "0x" + Long.toHexString(
                    ghcb.number("exit_reason"));
            case "reason" -> UserExit.of(cell("sev_es.returned", now.after())).reason();
            case "code" -> Integer.toString(
                    UserExit.of(cell("sev_es.returned", now.after())).code());
            case "info" -> "0x" + Long.toHexString(
                    number(cell("guest.ghcb_msr", now.before())) & MSR_INFO);
            case "icr" -> Long.toString(icr());
            case "requests" -> Long.toString(requests(now));
            default -> notes.containsKey(name) ? notes.get(name) : cell(name, now.after());
        };
    }

    private String cell(String name, long[] state) {
        Cell cell = cells.get(name);
        return cell == null ? "" : cell.renderIn(state);
    }

    /** A field that no cell stands for is 0 for ever. */
    private String page(String field, Moment now) {
        String after = cell("sev_es.ghcb", now.after());
        String mapped = after.equals("none") ? cell("sev_es.ghcb", now.before()) : after;
        return layout.find("ghcb[" + mapped + "]." + field)
                .map(cell -> cell.renderIn(now.after())).orElse("0");
    }

    private static long number(String written) {
        return written.startsWith("0x") ? Long.parseUnsignedLong(written.substring(2), 16) : 0;
    }

    private long requests(Moment now) {
        return (cell("KVM_REQ_EVENT", now.after()).equals("1") ? REQUEST_EVENT : 0)
                | (cell("KVM_REQ_NMI", now.after()).equals("1") ? REQUEST_NMI : 0);
    }

    private long icr() {
        return ipi.number("dst") << Integer.SIZE | ICR_MODES.get(ipi.word("mode")) | ICR_ASSERT
                | (ipi.word("shorthand").equals("dst") ? 0 : ICR_ALL_BUT_SELF);
    }

    void note(String name, String value) {
        notes.put(name, value);
    }

    /** It has told {@code body}. */
    void told(Body body) {
        last = body.tracepoint().name();
        if (body.tracepoint() == Tracepoints.VMGEXIT_ENTER) {
            ghcb = body;
        } else if (body.tracepoint() == Tracepoints.APIC_IPI) {
            ipi = body;
        }
    }

    /** It has taken a step. */
    void stepped(long number, long atNs) {
        lastStep = number;
        lastNs = atNs;
    }
}
