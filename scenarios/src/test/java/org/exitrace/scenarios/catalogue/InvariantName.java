package org.exitrace.scenarios.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.property.Property;

/**
 * How the page names a property: by its id, or by the ids that its source names and its own name.
 *
 * @param ids of the protocol's page, at least one
 * @param otherName the property's, where that is none of them; else empty
 */
record InvariantName(List<String> ids, String otherName) implements Comparable<InvariantName> {

    /** An id as it stands in a text. */
    static final Pattern ID = Pattern.compile("\\b(?:S-|L)\\d+\\b");

    private static final Comparator<InvariantName> ORDER = Comparator
            .comparing((InvariantName name) -> name.ids().get(0).startsWith("L"))
            .thenComparing(name -> Integer.parseInt(name.ids().get(0).replaceAll("\\D", "")))
            .thenComparing(InvariantName::otherName)
            .thenComparing(InvariantName::toString);

    /** What the page calls {@code property}; empty where it has nothing to do with an id. */
    static Optional<InvariantName> of(Property property) {
        if (property.id().matches("(S-|L)\\d+(-\\d+)?")) {
            return Optional.of(new InvariantName(idsIn(property.id()), ""));
        }
        List<String> ids = idsIn(property.source());
        return ids.isEmpty() ? Optional.empty()
                : Optional.of(new InvariantName(ids, property.id()));
    }

    /** What is promised of each virtual CPU has its number behind the id. */
    static List<String> idsIn(String text) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(text);
        while (matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    @Override
    public int compareTo(InvariantName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.join(", ", ids) + (otherName.isEmpty() ? "" : ": `" + otherName + "`");
    }
}
