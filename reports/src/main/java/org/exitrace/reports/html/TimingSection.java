package org.exitrace.reports.html;

import org.exitrace.reports.markup.Markup;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.reports.statistics.Percentiles;
import org.exitrace.reports.statistics.Percentiles.Percentile;
import org.exitrace.reports.statistics.Shares;
import org.exitrace.reports.statistics.WilsonInterval;
import org.exitrace.reports.view.TimingView;

/** Many timed runs: distributions, how often properties broke, and where time went. */
final class TimingSection {

    private TimingSection() {
    }

    static void write(TimingView timing, Markup page) {
        HeadingSection.write(Durations.grouped(timing.runs()) + " timed runs", timing.heading(),
                timing.breakages().stream().filter(breakage -> breakage.broken() > 0)
                        .map(TimingView.Breakage::property).toList(), "", page);
        if (timing.runs() > 0 && !timing.breakages().isEmpty()) {
            breakages(timing, page);
        }
        timing.measures().forEach(measure -> measure(measure, page));
        if (!timing.actors().isEmpty()) {
            actors(timing, page);
        }
    }

    private static void breakages(TimingView timing, Markup page) {
        page.open("section").element("h2", "How often properties broke");
        page.open("div", "class", "wide").open("table");
        head(page, "property", "runs", "share", "95 % interval");
        page.open("tbody");
        for (TimingView.Breakage breakage : timing.breakages()) {
            WilsonInterval interval = WilsonInterval.of(breakage.broken(), timing.runs());
            page.open("tr").open("th", "scope", "row").text(breakage.property().sentence() + " ");
            page.element("code", breakage.property().id(), "class", "id").close();
            number(Durations.grouped(breakage.broken()), page);
            number(Shares.percent(interval.share()), page);
            number(Shares.percent(interval.low()) + " to " + Shares.percent(interval.high()), page);
            page.close();
        }
        page.close().close().close();
        page.element("p", "Wilson's score interval.", "class", "note").close().line();
    }

    private static void measure(TimingView.Measure measure, Markup page) {
        page.open("section").element("h2", measure.name());
        if (measure.samplesNs().length == 0) {
            page.element("p", "No run has it.").close();
            return;
        }
        Percentiles sample = new Percentiles(measure.samplesNs());
        page.open("div", "class", "measure");
        HistogramDrawing.write(measure, page);
        page.open("div", "class", "wide").open("table");
        head(page, "rank", "value, ns", "95 % interval, ns");
        page.open("tbody");
        row("least", sample.least(), "", page);
        for (int rank : Percentiles.USUAL) {
            Percentile at = sample.at(rank);
            row(at.name(), at.value(), at.lowShown() + " to " + at.highShown(), page);
        }
        row("most", sample.most(), "", page);
        page.close().close().close().close();
        page.element("p", Durations.grouped(sample.count()) + " samples; exact binomial intervals"
                + " of order statistics; open where the sample is too small to bound a side.",
                "class", "note");
        page.close().line();
    }

    private static void row(String rank, long value, String interval, Markup page) {
        page.open("tr").element("th", rank, "scope", "row");
        number(Durations.grouped(value), page);
        number(interval, page);
        page.close();
    }

    private static void actors(TimingView timing, Markup page) {
        page.open("section").element("h2", "Where time went");
        page.open("div", "class", "wide").open("table", "class", "actors");
        boolean waiting = timing.knowsWaiting();
        if (waiting) {
            head(page, "actor", "", "busy", "waiting", "idle");
        } else {
            head(page, "actor", "", "busy", "not busy");
        }
        page.open("tbody");
        for (TimingView.ActorTime actor : timing.actors()) {
            double all = Math.max(1, actor.busyNs() + actor.waitingNs() + actor.idleNs());
            page.open("tr").element("th", actor.actor(), "scope", "row").open("td");
            ShareDrawing.write(actor.busyNs() / all, actor.waitingNs() / all, page);
            page.close();
            number(Shares.percent(actor.busyNs() / all), page);
            if (waiting) {
                number(Shares.percent(actor.waitingNs() / all), page);
            }
            number(Shares.percent(actor.idleNs() / all), page);
            page.close();
        }
        page.close().close().close().close().line();
    }

    private static void head(Markup page, String... names) {
        page.open("thead").open("tr");
        for (String name : names) {
            page.element("th", name);
        }
        page.close().close();
    }

    private static void number(String text, Markup page) {
        page.element("td", text, "class", "number");
    }
}
