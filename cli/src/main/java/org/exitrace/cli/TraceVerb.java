package org.exitrace.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Traces that were recorded on a real host. */
@Command(name = "trace",
        description = {"Traces of KVM's tracepoints on an x86 host, as text of trace-cmd report, of"
                + " trace_pipe or of perf script; docs/traces.md tells more.",
            "  stat FILE       what is in it: events, exits by reason with their latencies, vCPUs,"
                + " and what was wrong with it",
            "  check FILE      whether it is a behaviour of the model of KVM_RUN: how far it is,"
                + " the first line that is not, what was possible instead, and the steps that no"
                + " tracepoint tells",
            "  calibrate FILE  a timing profile, from the latencies of its exits"},
        footerHeading = "%nExamples:%n",
        footer = {"  trace-cmd record -e kvm sleep 10 && trace-cmd report > trace.txt",
            "  ./exitrace trace stat trace.txt",
            "  zcat trace.txt.gz | ./exitrace trace stat - --json",
            "  ./exitrace trace check trace.txt",
            "  ./exitrace trace check exits.txt --recorded kvm_exit",
            "  ./exitrace trace calibrate trace.txt --onto amd-snp-genoa --out my-own.yaml",
            "  ./exitrace time ap-boot/two-aps-serial --compare original,repaired"
                + " --profile my-own.yaml --html race.html"})
final class TraceVerb extends Verb {

    @Parameters(index = "0", paramLabel = "ACTION", description = "stat, check or calibrate.")
    private String action;

    @Parameters(index = "1", paramLabel = "FILE",
            description = "The trace; - is standard input.")
    private String file;

    @Mixin private CalibrationOptions calibration;
    @Mixin private CheckOptions checking;

    TraceVerb(Session session) {
        super(VerbName.TRACE, session);
    }

    @Override
    Answer answer() {
        return switch (chosen()) {
            case STAT -> {
                calibration.refuseFor(action);
                checking.refuseFor(action);
                yield TraceStat.of(TraceInput.read(file, session()));
            }
            case CHECK -> {
                calibration.refuseFor(action);
                yield TraceChecked.of(file, checking, session());
            }
            case CALIBRATE -> {
                checking.refuseFor(action);
                calibration.check();
                TraceCalibrate made = new TraceCalibrate(
                        TraceInput.read(file, session()), calibration, session());
                afterwards(made::save);
                yield made.answer();
            }
        };
    }

    private Action chosen() {
        return Arrays.stream(Action.values()).filter(each -> each.word().equals(action)).findFirst()
                .orElseThrow(() -> new UnusableInputException("'trace' has no action '" + action
                        + "'; " + DidYouMean.remedy(action, Arrays.stream(Action.values())
                        .map(Action::word).collect(Collectors.toList()))));
    }

    private enum Action {
        STAT, CHECK, CALIBRATE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
