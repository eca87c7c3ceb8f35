package org.exitrace.scenarios.tracepoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.state.Cell;
import org.exitrace.engine.state.StateLayout;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Tracepoints;

/** A thread of the host, as far as its events need to know it: cells, notes, what it told last. */
final class Teller {

    /** Stands in front of a cell's name that is asked for what it held in front of a step. */
    static final String BEFORE = "was.";

    /** What a step shows of local APICs of VTLs. */
    private static final Set<String> INTERRUPTS = Set.of("accepted", "accepted.vcpu",
            "accepted.mode", "taken", "taken.info");
    private static final String PAGE = "page.";
    private static final String OWN = "own.";
    private static final int PAGE_BITS = 12;
    /** Of the error code of a nested page fault: bit 32 for the guest's own page, 2 for user. */
    private static final long OF_PAGE = 0x1_0000_0004L;
    private static final Map<String, Long> ACCESSES =
            Map.of("READ", 0L, "WRITE", 2L, "EXECUTE", 0x10L, "USER_EXECUTE", 0x10L);
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
    private final Map<String, Optional<Cell>> found = new LinkedHashMap<>();
    private final StateLayout layout;
    private final Threads.Thread thread;
    private final Vectors vectors;
    private final Map<String, String> notes;
    private String last = "";
    private Body ghcb;
    private Body ipi;

    /** One who knows {@code known} from the start. */
    Teller(Threads.Thread thread, StateLayout layout, Vectors vectors,
            Map<String, String> known) {
        this.vcpu = thread.vcpu();
        this.thread = thread;
        this.vectors = vectors;
        this.layout = layout;
        this.notes = new LinkedHashMap<>(known);
        notes.put("injected", "0");
        notes.put("hv", "0");
        thread.regions().forEach(this::declare);
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
        if (name.startsWith(OWN)) {
            return own(name.substring(OWN.length()), now, now.after());
        }
        if (name.startsWith(BEFORE + OWN)) {
            return own(name.substring(BEFORE.length() + OWN.length()), now, now.before());
        }
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
            case "vtl" -> vtl(now);
            case "target" -> thread.regions().get("target.");
            case "gpa" -> Long.toString(fault("page", now) << PAGE_BITS);
            case "fault" -> Long.toString(OF_PAGE | ACCESSES.getOrDefault(
                    own("memory.fault_access", now, now.after()), 0L));
            case "timer", "sint", "sint.vector", "sint.slot" -> sent(now).value(name);
            case "named.sint" -> now.step().name().replaceAll(".*SINT(\\d+).*", "$1");
            case "status" -> Status.of(own("result", now, now.after()), notes.get("reps"));
            case "requests" -> Long.toString(requests(now));
            default -> notes.containsKey(name) ? notes.get(name)
                    : INTERRUPTS.contains(name) ? interrupt(name, now) : cell(name, now.after());
        };
    }

    private String cell(String name, long[] state) {
        Cell cell = cells.get(name);
        return cell == null ? "" : cell.renderIn(state);
    }

    /**
     * The VTL that acts: the thread's, or the one that executes in front of the step or behind it,
     * or else the one that is active, which may be another where the host is wrong.
     */
    private String vtl(Moment now) {
        if (thread.vtl() >= 0) {
            return Integer.toString(thread.vtl());
        }
        for (long[] state : new long[][] {now.before(), now.after()}) {
            for (int vtl = 0; found(executes(vtl)).isPresent(); vtl++) {
                if (found(executes(vtl)).orElseThrow().renderIn(state).equals("1")) {
                    return Integer.toString(vtl);
                }
            }
        }
        return found(thread.vp() + ".active_vtl").map(cell -> cell.renderIn(now.before()))
                .orElse("");
    }

    private TimerMessage sent(Moment now) {
        return new TimerMessage(this::found, thread.vp(), vtl(now), now);
    }

    private String interrupt(String name, Moment now) {
        int count = Integer.parseInt(notes.getOrDefault("vectors", "0"));
        return name.startsWith("taken")
                ? vectors.taken(name, now, thread.vp(), vtl(now), count)
                : vectors.accepted(name, now, count);
    }

    private String executes(int vtl) {
        return thread.vp() + ".vtl[" + vtl + "].executes";
    }

    /** What a cell of that VTL holds in {@code state}; empty where there is none. */
    private String own(String name, Moment now, long[] state) {
        return found(thread.vp() + ".vtl[" + vtl(now) + "]." + name)
                .map(cell -> cell.renderIn(state)).orElse("");
    }

    private Optional<Cell> found(String name) {
        return found.computeIfAbsent(name, layout::find);
    }

    private long fault(String part, Moment now) {
        String page = own("memory.fault_" + part, now, now.after());
        return page.matches("\\d+") ? Long.parseLong(page) : 0;
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
