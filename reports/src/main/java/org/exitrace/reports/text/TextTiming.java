package org.exitrace.reports.text;

import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.Percentiles.Percentile;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.TimingView;

/** Many timed runs in text: percentiles, how often properties broke, where time went. */
public final class TextTiming {

    private TextTiming() {
    }

    /** The whole text, with a line feed behind each line. */
    public static String of(TimingView timing) {
        StringBuilder out = new StringBuilder();
        HeadingText.write(timing.heading(), out);
        new Entries(out).add("runs", Durations.grouped(timing.runs()));
        timing.measures().forEach(measure -> percentiles(measure, out));
        if (timing.runs() > 0 && !timing.breakages().isEmpty()) {
            breakages(timing, out);
        }
        if (!timing.actors().isEmpty()) {
            actors(timing, out);
        }
        out.append('\n');
        new Entries(out).command("repeat", timing.heading().reproduction());
        return out.toString();
    }

    private static void percentiles(TimingView.Measure measure, StringBuilder out) {
        out.append('\n').append(Ascii.of(measure.name())).append(", ns");
        if (measure.samplesNs().length == 0) {
            out.append(": no run has it\n");
            return;
        }
        out.append('\n');
        Percentiles sample = new Percentiles(measure.samplesNs());
        TextTable table = new TextTable("rank", "value", "95 % from", "to");
        table.row("least", Durations.grouped(sample.least()), "", "");
        for (int rank : Percentiles.USUAL) {
            Percentile at = sample.at(rank);
            table.row(at.name(), Durations.grouped(at.value()), at.lowShown(), at.highShown());
        }
        table.row("most", Durations.grouped(sample.most()), "", "");
        table.write(out);
        out.append("of ").append(Durations.grouped(sample.count())).append(" samples; open: too")
                .append(" few samples to bound that side\n");
        TextHistogram.write(measure.samplesNs(), out);
    }

    private static void breakages(TimingView timing, StringBuilder out) {
        out.append('\n');
        TextTable table = new TextTable("broken", "runs", "share", "95 % from", "to");
        for (TimingView.Breakage breakage : timing.breakages()) {
            WilsonInterval interval = WilsonInterval.of(breakage.broken(), timing.runs());
            table.row(breakage.property().id(), Durations.grouped(breakage.broken()),
                    Shares.percent(interval.share()), Shares.percent(interval.low()),
                    Shares.percent(interval.high()));
        }
        table.write(out);
    }

    private static void actors(TimingView timing, StringBuilder out) {
        out.append('\n');
        boolean waiting = timing.knowsWaiting();
        TextTable table = waiting
                ? new TextTable("actor", "busy", "waiting", "idle", "busy, ns a run")
                : new TextTable("actor", "busy", "not busy", "busy, ns a run");
        for (TimingView.ActorTime actor : timing.actors()) {
            double all = Math.max(1, actor.busyNs() + actor.waitingNs() + actor.idleNs());
            String busy = Shares.percent(actor.busyNs() / all);
            String idle = Shares.percent(actor.idleNs() / all);
            String mean = Durations.grouped(actor.busyNs() / Math.max(1, timing.runs()));
            if (waiting) {
                table.row(actor.actor(), busy, Shares.percent(actor.waitingNs() / all), idle, mean);
            } else {
                table.row(actor.actor(), busy, idle, mean);
            }
        }
        table.write(out);
    }
}
