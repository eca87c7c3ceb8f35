package org.exitrace.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

        /** The same of no property: what is equal is told in one row. */
        private Share ofAny() {
            return new Share("", design, shown, made, interval, method, tooFew);
        }
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
        Map<List<Share>, List<String>> together = new LinkedHashMap<>();
        for (String id : ids) {
            List<Share> own = of(id);
            together.computeIfAbsent(own.stream().map(Share::ofAny).toList(),
                    none -> new ArrayList<>()).add(id);
            own.forEach(share -> table.add(figure(share.design(), id, share.made(),
                    share.interval(), share.method())));
            if (own.size() > 1) {
                table.add(figure("", designs.get(1) + " less " + designs.get(0) + ", " + id,
                        own.get(0).made(), less(own), Figure.NEWCOMBE));
            }
        }
        together.forEach((own, same) -> {
            String told = String.join(", ", same);
            own.forEach(share -> table.add(told, share.design(), share.shown(),
                    share.interval(), share.tooFew()));
            if (own.size() > 1) {
                table.difference(told, designs, less(own), "");
            }
        });
        List<String> all = new ArrayList<>(notes);
        if (designs.size() > 1) {
            all.add("The difference, in points of a hundred, puts both intervals together as if"
                    + " the two had nothing in common (Newcombe 1998, method 10).");
        }
        return table.part(title + (designs.size() > 1 ? ": " + String.join(" | ", designs) : ""),
                all, command);
    }

    private List<Share> of(String id) {
        return shares.stream().filter(share -> share.id().equals(id)).toList();
    }

    private static Interval less(List<Share> own) {
        return ShareDifference.unpaired(own.get(0).interval(), own.get(1).interval());
    }

    private Figure figure(
            String design, String quantity, long made, Interval interval, String method) {
        return new Figure(part, design, "", quantity, "share", made, interval.value(),
                interval.low(), interval.high(), method);
    }
}
