package org.exitrace.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.profile.ProfileFile;

/** What differs between two timing profiles. */
final class ProfileDiff {

    private static final int WIDE = 26;
    private static final MathContext DIGITS = new MathContext(3);

    private final ProfileFile one;
    private final ProfileFile other;
    private final Sheet sheet = new Sheet(WIDE);
    private final List<JsonObject> documents = new ArrayList<>();
    private int same;

    private ProfileDiff(ProfileFile one, ProfileFile other) {
        this.one = one;
        this.other = other;
    }

    static Answer of(ProfileFile one, ProfileFile other) {
        ProfileDiff diff = new ProfileDiff(one, other);
        diff.sheet.add("from", one.name() + ": " + one.platform())
                .add("to", other.name() + ": " + other.platform()).gap();
        Set<String> keys = new LinkedHashSet<>(one.times().costs().keySet());
        keys.addAll(other.times().costs().keySet());
        keys.forEach(diff::add);
        diff.sheet.gap().line((keys.isEmpty() ? 0 : diff.documents.size()) + " keys differ, "
                + diff.same + " are the same");
        return Answer.of(diff.sheet.toString(), new JsonObject().put("from", one.name())
                .put("to", other.name()).put("differ", diff.documents).put("same", diff.same));
    }

    private void add(String key) {
        Optional<ProfileFile.Trust> before = one.cost(key);
        Optional<ProfileFile.Trust> after = other.cost(key);
        if (before.isPresent() && before.equals(after)) {
            same++;
            return;
        }
        JsonObject document = new JsonObject().put("key", key)
                .put("from", before.map(cost -> document(one, cost)))
                .put("to", after.map(cost -> document(other, cost)));
        if (before.isEmpty() || after.isEmpty()) {
            sheet.add(key, "only in " + (before.isPresent() ? one : other).name() + ", "
                    + before.or(() -> after).orElseThrow().form());
            documents.add(document.put("times", null));
            return;
        }
        BigDecimal times = times(median(one, key), median(other, key));
        String was = told(one, before.get());
        String is = told(other, after.get());
        if (was.equals(is)) {
            sheet.add(key, is + " in both; another " + String.join(", ",
                    differing(before.get(), after.get())));
        } else {
            sheet.add(key, was).add("", is + (times == null ? "" : ", "
                    + (times.compareTo(BigDecimal.ONE) == 0 ? "" : times.toPlainString()
                    + " times ") + "as long"));
        }
        documents.add(document.put("times", times));
    }

    /** What stands beside the figure and is not the same in both. */
    private static List<String> differing(ProfileFile.Trust one, ProfileFile.Trust other) {
        List<String> differing = new ArrayList<>();
        if (!one.cpu().equals(other.cpu())) {
            differing.add("machine");
        }
        if (!one.conditions().equals(other.conditions())) {
            differing.add("condition");
        }
        if (!one.source().equals(other.source())) {
            differing.add("source");
        }
        return differing;
    }

    private static String told(ProfileFile profile, ProfileFile.Trust cost) {
        return "median " + Durations.grouped(median(profile, cost.key())) + " ns ("
                + cost.form() + "; " + cost.confidence() + ")";
    }

    private static long median(ProfileFile profile, String key) {
        return ProfileShow.median(ProfileShow.duration(profile, key));
    }

    private static JsonObject document(ProfileFile profile, ProfileFile.Trust cost) {
        return ProfileShow.document(cost, ProfileShow.duration(profile, cost.key()));
    }

    /** {@code null} where nothing can be so many times as long. */
    private static BigDecimal times(long fromNs, long toNs) {
        return fromNs == 0 ? null
                : BigDecimal.valueOf(toNs).divide(BigDecimal.valueOf(fromNs), DIGITS);
    }
}
