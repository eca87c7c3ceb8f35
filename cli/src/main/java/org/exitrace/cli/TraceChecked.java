package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.trace.TraceCheck;
import org.exitrace.scenarios.trace.TraceVerdict;
import org.exitrace.scenarios.trace.TraceVerdict.Explained;
import org.exitrace.scenarios.trace.TraceVerdict.Rejection;

/** Whether a trace is a behaviour of the model of KVM_RUN. */
final class TraceChecked {

    private TraceChecked() {
    }

    static Answer of(String file, CheckOptions options, Session session) {
        TraceCheck check = options.check();
        TraceInput trace = TraceInput.read(file, session, check::see);
        TraceVerdict verdict = check.verdict();
        Sheet sheet = TraceTally.text(trace)
                .add("vCPUs", Integer.toString(verdict.vcpus()))
                .add("judged", Durations.grouped(verdict.judged())
                        + " events say where a vCPU is, and fit")
                .add("unassigned", verdict.unassigned() == 0 ? "" : TraceTally.counted(
                        verdict.unassigned(), "event") + " would, but lines do not tell of which"
                        + " vCPU; record with the thread's column")
                .add("gaps", verdict.gaps() == 0 ? ""
                        : "at " + TraceTally.counted(verdict.gaps(), "place") + " something is"
                        + " missing; any state is taken for possible there");
        List<String> hidden = new ArrayList<>();
        verdict.hidden().forEach((step, count) ->
                hidden.add(Durations.grouped(count) + " x " + step));
        sheet.addAll("hidden", hidden);
        verdict.rejection().ifPresentOrElse(rejection -> write(rejection, options, sheet.gap()),
                () -> sheet.gap().sentence("accepted: " + accepted(trace, verdict)));
        return new Answer(verdict.isAccepted() ? ExitStatus.HOLDS : ExitStatus.FAILS,
                sheet.toString(), document(trace, verdict));
    }

    /** Lines that nobody looked at are no behaviour of anything. */
    private static String accepted(TraceInput trace, TraceVerdict verdict) {
        long damaged = trace.tally().damaged();
        String behaviour = " are a behaviour of the model of KVM_RUN";
        String lines = Durations.grouped(verdict.lines()) + " lines";
        if (damaged + verdict.setAside() == 0) {
            return "all " + lines + behaviour;
        }
        return Durations.grouped(looked(trace, verdict)) + " of " + lines + behaviour
                + (damaged == 0 ? "" : "; damaged: " + Durations.grouped(damaged))
                + (verdict.setAside() == 0 ? "" : "; of tracepoints that --recorded does not"
                        + " name: " + Durations.grouped(verdict.setAside()));
    }

    private static long looked(TraceInput trace, TraceVerdict verdict) {
        return verdict.lines() - trace.tally().damaged() - verdict.setAside();
    }

    private static void write(Rejection rejection, CheckOptions options, Sheet sheet) {
        sheet.sentence("NOT a behaviour of the model of KVM_RUN: line "
                + Durations.grouped(rejection.line()) + " does not fit"
                + (rejection.line() == 1 ? "" : ", lines 1 to "
                        + Durations.grouped(rejection.line() - 1) + " do")
                + "; nothing behind it was read").gap();
        sheet.add("line", rejection.text().strip()).add("vCPU", rejection.vcpu())
                .add("event", rejection.event())
                .add("possible", String.join("; ", rejection.possible())).gap();
        sheet.sentence("The last events of this vCPU, with the hidden steps in front of each:");
        for (Explained event : rejection.before()) {
            event.hidden().forEach(step -> sheet.add("", "  hidden: " + step));
            sheet.add("line " + event.line(), event.event());
        }
        if (options.takesAllForRecorded()) {
            sheet.gap().sentence("If not all of kvm: was recorded, say what was: --recorded"
                    + " kvm_entry,kvm_exit" + (options.knowsPosted() ? ""
                    : ". If hardware posts interrupts (AVIC, APICv): --posted"));
        }
    }

    private static JsonObject document(TraceInput trace, TraceVerdict verdict) {
        return TraceTally.document(trace).put("accepted", verdict.isAccepted())
                .put("acceptedLines", looked(trace, verdict))
                .put("setAside", verdict.setAside()).put("judged", verdict.judged())
                .put("unassigned", verdict.unassigned()).put("vcpus", verdict.vcpus())
                .put("gaps", verdict.gaps()).put("hidden", verdict.hidden())
                .put("rejection", verdict.rejection().map(TraceChecked::json));
    }

    private static JsonObject json(Rejection rejection) {
        return new JsonObject().put("line", rejection.line()).put("text", rejection.text())
                .put("vcpu", rejection.vcpu()).put("event", rejection.event())
                .put("possible", rejection.possible())
                .put("before", rejection.before().stream().map(event -> new JsonObject()
                        .put("line", event.line()).put("event", event.event())
                        .put("hidden", event.hidden())).toList());
    }
}
