package org.exitrace.scenarios.machine;

import java.util.List;
import java.util.Optional;

/**
 * The kinds of machine that scenario files may name.
 *
 * @param all in the order in which people are shown them
 */
public record MachineKinds(List<MachineKind> all) {

    /** Copies the list and refuses two kinds of one name. */
    public MachineKinds {
        all = List.copyOf(all);
        if (all.stream().map(MachineKind::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two kinds of machine have one name: " + all);
        }
    }

    /** The kind of that name. */
    public Optional<MachineKind> find(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** All names in order. */
    public List<String> names() {
        return all.stream().map(MachineKind::name).toList();
    }
}
