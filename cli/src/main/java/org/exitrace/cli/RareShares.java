package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.reports.statistics.Interval;
import org.exitrace.reports.statistics.ShareDifference;
import org.exitrace.reports.view.Figure;
import org.exitrace.reports.view.StudyPart;

/** Probabilities that plain runs do not tell, of one design or of two held against each other. */
final class RareShares {

    private final String part;
    private final List<String> designs;
    private final List<Share> shares = new ArrayList<>();

    /**
     * One of them.
     *
     * @param id of the property
     * @param design its name; empty where there is only one
     * @param shown how many runs, or repetitions of them, broke it
     * @param made out of how many
     * @param interval the probability with its ends
     * @param method by which it was found
     * @param tooFew whether it broke, yet too seldom for more than an upper end
     */
    record Share(String id, String design, long shown, long made, Interval interval,
            String method, boolean tooFew) {
    }

    /** For {@code part} of a report, of these designs. */
    RareShares(String part, List<String> designs) {
        this.part = part;
        this.designs = List.copyOf(designs);
    }

    void add(Share share) {
        shares.add(share);
    }

    /**
     * A row for each, and one for the difference of two.
     *
     * @param title of the part, in front of the designs' names
     * @param counted what is counted of those that broke it
     */
    StudyPart part(String title, String counted, List<String> notes, String command) {
        ShareTable table = new ShareTable(counted, "probability");
        Set<String> ids = new LinkedHashSet<>();
        shares.forEach(share -> ids.add(share.id()));
        for (String id : ids) {
            List<Share> own = shares.stream().filter(share -> share.id().equals(id)).toList();
            own.forEach(share -> {
                table.add(id, share.design(), share.shown(), share.interval(),
                        share.tooFew());
                table.add(figure(share.design(), id, share.made(), share.interval(),
                        share.method()));
            });
            if (own.size() > 1) {
                Interval less = ShareDifference.unpaired(
                        own.get(0).interval(), own.get(1).interval());
                table.difference(id, designs, less, "");
                table.add(figure("", designs.get(1) + " less " + designs.get(0) + ", " + id,
                        own.get(0).made(), less, Figure.NEWCOMBE));
            }
        }
        List<String> all = new ArrayList<>(notes);
        if (designs.size() > 1) {
            all.add("The difference, in points of a hundred, puts both intervals together as if"
                    + " the two had nothing in common (Newcombe 1998, method 10).");
        }
        return table.part(title + (designs.size() > 1 ? ": " + String.join(" | ", designs) : ""),
                all, command);
    }

    private Figure figure(
            String design, String quantity, long made, Interval interval, String method) {
        return new Figure(part, design, "", quantity, "share", made, interval.value(),
                interval.low(), interval.high(), method);
    }
}
