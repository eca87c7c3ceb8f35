package org.exitrace.house.law;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The JDK's factories of collections whose order is salted or follows hash codes. */
final class HashOrder {
    private static final Set<String> ALWAYS = Set.of("toSet", "toUnmodifiableSet",
            "toUnmodifiableMap", "toConcurrentMap", "groupingByConcurrent");

    private HashOrder() {}

    static boolean makes(JavaAccess<?> access) {
        if (access.getTargetOwner().isEquivalentTo(Set.class)
                || access.getTargetOwner().isEquivalentTo(Map.class)) {
            return Set.of("of", "copyOf", "ofEntries").contains(access.getName());
        }
        return access.getTargetOwner().isEquivalentTo(Collectors.class)
                && access instanceof JavaCodeUnitAccess<?> call
                && collects(call.getName(), call.getTarget().getRawParameterTypes().size());
    }

    /** The longest overloads name their map, which then is judged on its own. */
    private static boolean collects(String name, int parameters) {
        return ALWAYS.contains(name)
                || name.equals("toMap") && parameters < 4
                || name.equals("groupingBy") && parameters < 3;
    }
}
