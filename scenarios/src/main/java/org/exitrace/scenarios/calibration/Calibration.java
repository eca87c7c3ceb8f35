package org.exitrace.scenarios.calibration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.exitrace.traces.measure.Ending;
import org.exitrace.traces.measure.ExitLatencies;
import org.exitrace.traces.measure.LatencyHistogram;
import org.exitrace.traces.measure.ReasonFigures;

/**
 * What the exits of a trace tell about cost keys.
 *
 * <p>Tracepoints stand inside the host: from {@code kvm_exit} to {@code kvm_entry} the world
 * switches themselves are not seen. So nothing here stands for {@code vmentry}.
 */
public final class Calibration {

    /** What keys begin with that no step has: figures of one reason, for a reader. */
    public static final String ONE_REASON = "exit.";

    /** Exits that KVM answers at once, which is what {@code vmexit.plain} means in a profile. */
    private static final Set<String> PLAIN = Set.of("cpuid", "msr", "hypercall", "EXIT_CPUID",
            "EXIT_MSR", "EXIT_VMMCALL", "CPUID", "MSR_READ", "MSR_WRITE", "VMCALL");

    private static final String GHCB = "vmgexit";

    /** Requests by GHCB whose time is that of the firmware, of page tables or of another vCPU. */
    private static final Set<String> LONG = Set.of("page_state_change", "guest_request",
            "ext_guest_request", "ap_creation", "ap_hlt_loop", "hlt", "run_vmpl");

    private final List<CalibratedCost> costs = new ArrayList<>();
    private final ExitLatencies latencies;
    private final long outOfOrder;

    private Calibration(ExitLatencies latencies, long outOfOrder) {
        this.latencies = latencies;
        this.outOfOrder = outOfOrder;
    }

    /**
     * Costs that have at least one sample: those that steps have keys for, then all reasons.
     *
     * @param outOfOrder at how many places of the trace CPUs stand out of order
     */
    public static List<CalibratedCost> of(ExitLatencies latencies, long outOfOrder) {
        Calibration made = new Calibration(latencies, outOfOrder);
        made.pool("vmexit.plain", PLAIN::contains,
                "exits that KVM answers at once, from kvm_exit to kvm_entry");
        made.pool("vmexit.ghcb", Calibration::isShortRequest,
                "requests by GHCB page and MSR that KVM answers at once, from kvm_exit to"
                + " kvm_entry");
        if (latencies.outside().samples() > 0) {
            made.add("vmm.exit-to-user", latencies.outside(),
                    "from kvm_userspace_exit to kvm_entry: out of KVM_RUN, what the VMM did, and"
                    + " back");
        }
        made.eachReason();
        return made.costs;
    }

    /** Reasons that differ in their spelling alone, as tools print them, are one. */
    private void eachReason() {
        Set<String> slugs = new LinkedHashSet<>();
        for (ReasonFigures reason : latencies.reasons()) {
            String slug = slug(reason.reason());
            if (slugs.add(slug)) {
                pool(ONE_REASON + slug, other -> slug(other).equals(slug),
                        "exits, from kvm_exit to kvm_entry");
            }
        }
    }

    private static boolean isShortRequest(String reason) {
        if (!reason.startsWith(GHCB)) {
            return false;
        }
        String request = reason.substring(GHCB.length()).strip();
        return !LONG.contains(request) && !request.equals("msr-protocol 006");
    }

    private void pool(String key, Predicate<String> isOne, String conditions) {
        LatencyHistogram all = new LatencyHistogram(Math.max(1, latencies.stepNs()));
        List<String> names = new ArrayList<>();
        for (ReasonFigures reason : latencies.reasons()) {
            LatencyHistogram handled = reason.latencies(Ending.HANDLED);
            if (isOne.test(reason.reason()) && handled.samples() > 0) {
                all.addAll(handled);
                names.add(reason.reason() + " (" + handled.samples() + ")");
            }
        }
        if (!names.isEmpty()) {
            add(key, all, conditions + ": " + String.join(", ", names));
        }
    }

    private void add(String key, LatencyHistogram samples, String conditions) {
        String clock = latencies.stepNs() > 1
                ? "; the trace's clock has steps of " + latencies.stepNs() + " ns" : "";
        String bound = samples.withoutStep() == 0 ? "" : "; " + samples.withoutStep()
                + " took less than two steps of it, for which one step stands";
        costs.add(new CalibratedCost(key, samples, conditions + "; the world switches before and"
                + " behind are not in it" + clock + bound, Doubt.of(samples, outOfOrder)));
    }

    private static String slug(String reason) {
        return reason.toLowerCase(Locale.ROOT).replaceFirst("^exit_", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
