package org.exitrace.kvm.design;

import java.util.Arrays;
import java.util.List;
import org.exitrace.engine.design.Switch;

/** One difference between kernels, with a switch of its own. */
public interface Change {

    /**
     * What is told of a change.
     *
     * @param since the first profile that has it
     * @param source the commit, or what is known of it
     * @param choice the switch that takes it out or puts it in
     */
    record Told(KernelProfile since, String source, Switch<Presence> choice) {

        /** Of a change whose switch is called {@code label} and asks {@code question}. */
        static Told of(String label, KernelProfile since, String source, String question) {
            return new Told(since, source,
                    new Switch<>(label, question, Presence.class, Presence.AS_KERNEL));
        }
    }

    /** Its constant's name. */
    String name();

    /** What is told of it. */
    Told told();

    /** As people write it: {@code B-39}, {@code D-MIRROR-LOCK}. */
    default String id() {
        return name().replace('_', '-');
    }

    /** The first profile that has it. */
    default KernelProfile since() {
        return told().since();
    }

    /** The commit, or what is known of it. */
    default String source() {
        return told().source();
    }

    /** The switch that takes it out or puts it in. */
    default Switch<Presence> choice() {
        return told().choice();
    }

    /** The switches of {@code changes}, in their order. */
    static List<Switch<Presence>> choices(Change... changes) {
        return Arrays.stream(changes).map(Change::choice).toList();
    }
}
