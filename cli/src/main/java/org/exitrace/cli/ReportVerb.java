package org.exitrace.cli;

import java.nio.file.Path;
import org.exitrace.reports.view.TraceView;
import org.exitrace.scenarios.document.WrittenBeside;
import org.exitrace.scenarios.schedule.LocatedSchedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a recorded schedule into a page, or a file for another tool. */
@Command(name = "report",
        description = "Replays a recorded schedule and saves a page that opens in a browser without"
                + " a network: lanes, messages, the state behind each step, properties; or a"
                + " file for another tool: the ending of its name tells the format.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace report failure.json",
            "  ./exitrace report ap-boot/lost-wake-up --out lost-wake-up.html",
            "  ./exitrace report ap-boot/lost-wake-up --out lost-wake-up.perfetto.json",
            "  ./exitrace report ap-boot/lost-wake-up --out lost-wake-up.txt"})
final class ReportVerb extends Verb {

    @Mixin private ScheduleChoice choice;

    @Option(names = "--out", paramLabel = "FILE", order = 20,
            description = "Where to save it; unless told otherwise, the schedule's name with .html"
                    + " in this folder. .html: a page. .mmd, .puml: a sequence diagram in Mermaid"
                    + " or PlantUML. .perfetto.json: tracks and arrows for ui.perfetto.dev."
                    + " .itf.json: Apalache's Informal Trace Format. .vcd: waveforms for GTKWave."
                    + " .txt: KVM's tracepoints, for runs of kind ap-boot, ghcb or vtl.")
    private String out;

    ReportVerb(Session session) {
        super(VerbName.REPORT, session);
    }

    @Override
    Answer answer() {
        RunFormat format = out == null ? RunFormat.PAGE : RunFormat.of(out);
        if (out != null) {
            WrittenBeside.refuseUnwritable(OutOption.path(out));
        }
        LocatedSchedule located = choice.find(session().library());
        Chosen chosen = Chosen.of(located);
        Path file = OutOption.path(out == null ? usualName(chosen) : out);
        WrittenBeside.refuseUnwritable(file);
        format.check(chosen);
        Replayed replayed = Replayed.of(located, session());
        replayed.refuseDivergence();
        String repeat = Repeat.line(chosen, located.schedule(), null,
                "./exitrace replay " + Shell.quoted(choice.written()));
        TraceView view = new TraceView(replayed.trace(), replayed.heading(chosen, repeat),
                Lanes.of(chosen), true);
        String text = format.write(chosen, replayed, view);
        WrittenBeside.write(file, text);
        return Answer.of("saved " + file + "\n", chosen.json().put("file", file.toString())
                .put("characters", text.length()).put("steps", view.stepCount())
                .put("repeat", repeat));
    }

    private String usualName(Chosen chosen) {
        String written = choice.written();
        String name = written.endsWith(".json")
                ? OutOption.path(written).getFileName().toString().replaceFirst("\\.json$", "")
                : chosen.scenario().name().replaceFirst(".*/", "") + "."
                        + chosen.design().name().replace("*", "");
        return name + RunFormat.PAGE.ending();
    }
}
