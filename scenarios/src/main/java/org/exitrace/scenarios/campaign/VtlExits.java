package org.exitrace.scenarios.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.step.Step;

/**
 * Why guests with virtual trust levels exit. All of their exits are one step of the host, so that
 * what tells is the step that made it possible: the instruction of the guest, or somebody's kick.
 * Reasons have the names of arch/x86/include/uapi/asm/svm.h, as in the table of what these
 * machines say to tracepoints.
 */
final class VtlExits {

    private static final String CALL = ": VMCALL";
    /** The guest touches a page; it can exit at nothing else there. */
    private static final Set<String> ACCESSES = Set.of("access", "emulated-read");
    private static final String KICK = "interrupt";
    /** Instructions that are no hypercall, whatever their step is called. */
    private static final Map<String, String> INSTRUCTIONS = Map.ofEntries(
            Map.entry("write-control", "write_cr4"), Map.entry("set-mode", "write_cr0"),
            Map.entry("start-dma", "io"), Map.entry("reset", "io"),
            Map.entry("read-apic-id", "msr"), Map.entry("init-sipi", "msr"),
            Map.entry("access-port", "io"), Map.entry("write-svr", "msr"),
            Map.entry("write-icr-lowest", "msr"), Map.entry("write-eom", "msr"),
            Map.entry("write-ldr", "msr"),
            Map.entry("write-icr", "msr"), Map.entry("write-icr-all", "msr"),
            Map.entry("write-icr-init", "msr"), Map.entry("write-icr-sipi", "msr"),
            Map.entry("write-icr-logical", "msr"), Map.entry("write-icr-nmi", "msr"),
            Map.entry("write-icr-others", "msr"), Map.entry("write-icr-self", "msr"),
            Map.entry("set-logical-model", "msr"), Map.entry("set-overlay", "msr"),
            Map.entry("clear-overlay", "msr"));

    private final boolean hasVtls;
    private final String[] reasons;
    private final int[] causes;
    private final List<Step> possible = new ArrayList<>();

    /** Of runs of {@code model}, or of others made like it. */
    VtlExits(Model model) {
        hasVtls = model.layout().find("vp[0].active_vtl").isPresent();
        reasons = model.steps().stream().map(VtlExits::reason).toArray(String[]::new);
        causes = new int[reasons.length];
        Arrays.setAll(causes, own -> own);
    }

    private static String reason(Step cause) {
        String name = cause.name();
        String operation = name.substring(0, Math.max(0, name.indexOf(": ")));
        boolean isGuest = cause.actor().name().matches("vp\\d+-vtl\\d+");
        return !isGuest ? KICK : ACCESSES.contains(operation) ? "npf"
                : name.endsWith(CALL) ? INSTRUCTIONS.getOrDefault(operation, "hypercall") : KICK;
    }

    /** The step {@code exit} can be taken, behind the step that is told next. */
    void becameEnabled(Step exit) {
        if (hasVtls) {
            possible.add(exit);
        }
    }

    /** {@code cause} was taken. */
    void stepped(Step cause) {
        if (!possible.isEmpty()) {
            possible.forEach(exit -> causes[exit.index()] = cause.index());
            possible.clear();
        }
    }

    /** Which step made {@code exit} possible that was taken now; itself, where nobody asks. */
    int cause(Step exit) {
        return causes[exit.index()];
    }

    /** Why a guest exits because of the step of number {@code cause}; empty without VTLs. */
    Optional<String> reason(int cause) {
        return hasVtls ? Optional.of(reasons[cause]) : Optional.empty();
    }
}
