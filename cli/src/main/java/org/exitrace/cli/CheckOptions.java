package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.trace.TraceCheck;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;
import picocli.CommandLine.Option;

/** What is known of how a trace was recorded that is checked. */
final class CheckOptions {

    @Option(names = "--recorded", paramLabel = "EVENT", split = ",", order = 30,
            description = "check: the tracepoints that were recorded, parted by commas; all of kvm:"
                    + " unless told otherwise. What was not recorded is hidden.")
    private List<String> recorded = new ArrayList<>();

    @Option(names = "--posted", order = 31,
            description = "check: hardware posts interrupts of which no tracepoint tells (AVIC,"
                    + " APICv), so that any halt may end by one.")
    private boolean posted;

    /** A check as the options say. */
    TraceCheck check() {
        List<String> known = Tracepoints.all().stream().map(Tracepoint::name).toList();
        Set<String> names = new LinkedHashSet<>();
        for (String name : recorded) {
            String plain = name.replaceFirst("^kvm:", "");
            if (!known.contains(plain)) {
                throw new UnusableInputException("no tracepoint of KVM is named '" + name + "'; "
                        + DidYouMean.remedy(plain, known));
            }
            names.add(plain);
        }
        return new TraceCheck(names, posted);
    }

    /** Whether all of {@code kvm:} was recorded, as far as anybody said. */
    boolean takesAllForRecorded() {
        return recorded.isEmpty();
    }

    /** Whether somebody said that hardware posts interrupts. */
    boolean knowsPosted() {
        return posted;
    }

    /** Refuses them where {@code action} has no use for them. */
    void refuseFor(String action) {
        if (posted || !recorded.isEmpty()) {
            throw new UnusableInputException("'--recorded' and '--posted' belong to 'trace check',"
                    + " not to 'trace " + action + "'; leave them out");
        }
    }
}
