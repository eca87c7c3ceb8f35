package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.time.Duration;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.profile.ProfileFile;

/** The figures of timing profiles. */
final class ProfileShow {

    private static final int WIDE = 26;

    private ProfileShow() {
    }

    /** Which there are, in a line or two each. */
    static Answer all(List<ProfileFile> profiles) {
        Sheet sheet = new Sheet(WIDE);
        profiles.forEach(profile -> sheet.add(profile.name(), profile.title())
                .add("", told(profile)));
        return Answer.of(sheet.toString(), document(profiles));
    }

    /** All figures of each. */
    static Answer each(List<ProfileFile> profiles) {
        Sheet sheet = new Sheet(WIDE);
        for (ProfileFile profile : profiles) {
            sheet.add("profile", profile.name() + ": " + profile.title())
                    .add("platform", profile.platform()).add("figures", told(profile))
                    .add("assumed", String.join(", ", profile.assumedKeys()))
                    .add("of other machines", String.join(", ", profile.foreignKeys()));
            profile.costs().forEach(cost -> write(cost, profile, sheet));
            sheet.gap();
        }
        return Answer.of(sheet.toString(), document(profiles));
    }

    private static String told(ProfileFile profile) {
        return profile.costs().size() + ", of which nobody measured "
                + profile.assumedKeys().size() + ", and " + profile.foreignKeys().size()
                + " are of another machine";
    }

    private static void write(ProfileFile.Trust cost, ProfileFile profile, Sheet sheet) {
        sheet.gap().add(cost.key(), cost.form()).add("", range(duration(profile, cost.key())))
                .add("", cost.conditions()).add("", cost.cpu().isEmpty() ? "" : "on "
                + cost.cpu()).add("", cost.confidence().equals(ProfileFile.Trust.ASSUMED)
                ? cost.source() : cost.confidence() + " confidence: " + cost.source());
    }

    private static String range(Duration duration) {
        return duration.isConstant() ? "" : "least " + told(duration.at(0)) + ", median "
                + told(median(duration)) + ", 99 % " + told(duration.at(Part.MOST_OF_IT));
    }

    private static String told(long ns) {
        return Durations.grouped(ns) + " ns";
    }

    static Duration duration(ProfileFile profile, String key) {
        return profile.times().duration(key);
    }

    static long median(Duration duration) {
        return duration.at(Part.HALF);
    }

    private static JsonObject document(List<ProfileFile> profiles) {
        List<JsonObject> documents = new ArrayList<>();
        for (ProfileFile profile : profiles) {
            documents.add(new JsonObject().put("name", profile.name())
                    .put("title", profile.title()).put("platform", profile.platform())
                    .put("assumed", profile.assumedKeys())
                    .put("ofOtherMachines", profile.foreignKeys())
                    .put("costs", profile.costs().stream()
                            .map(cost -> document(cost, duration(profile, cost.key()))).toList()));
        }
        return new JsonObject().put("profiles", documents);
    }

    /** One figure. */
    static JsonObject document(ProfileFile.Trust cost, Duration duration) {
        return new JsonObject().put("key", cost.key()).put("form", cost.form())
                .put("leastNs", duration.at(0)).put("medianNs", median(duration))
                .put("p99Ns", duration.at(Part.MOST_OF_IT)).put("confidence", cost.confidence())
                .put("source", cost.source()).put("conditions", cost.conditions())
                .put("cpu", cost.cpu());
    }

    /** Places on the axis of quantiles, in parts of 2^63. */
    private static final class Part {
        static final long HALF = 1L << 62;
        static final long MOST_OF_IT = Long.MAX_VALUE / 100 * 99;
    }
}
