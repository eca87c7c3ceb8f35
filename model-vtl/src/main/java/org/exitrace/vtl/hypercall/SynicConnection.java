package org.exitrace.vtl.hypercall;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the number of a connection leads to: a port, which belongs to a virtual processor and has
 * some event flags.
 *
 * <p>Source: docs/vtl.md a.8.
 *
 * @param lacks what it has not that a usual one has
 * @param flags how many flags the port has
 * @param leastVtl the lowest VTL that may use it
 */
public record SynicConnection(Set<Lack> lacks, int flags, int leastVtl) {

    /** What may be missing. */
    public enum Lack {
        /** Nobody has connected anything by that number. */
        CONNECTION,
        /** The port was there once. */
        PORT,
        /** The port takes messages. */
        EVENTS,
        /** The virtual processor of the port. */
        PROCESSOR,
        /** The SynIC there, or its page of event flags, is enabled. */
        SYNIC
    }

    /** One that leads to a port with so many flags, whoever uses it. */
    public static SynicConnection toPortWith(int flags) {
        return new SynicConnection(EnumSet.noneOf(Lack.class), flags, 0);
    }

    /** The same without {@code missing}. */
    public SynicConnection without(Lack missing) {
        Set<Lack> all = EnumSet.of(missing);
        all.addAll(lacks);
        return new SynicConnection(all, flags, leastVtl);
    }

    boolean exists() {
        return !lacks.contains(Lack.CONNECTION);
    }

    boolean isDeleted() {
        return lacks.contains(Lack.PORT);
    }

    boolean isOfMessages() {
        return lacks.contains(Lack.EVENTS);
    }

    /** Of a port that is not there nobody can tell. */
    boolean hasFlag(long flag) {
        return !exists() || flag < flags;
    }

    boolean hasProcessor() {
        return !lacks.contains(Lack.PROCESSOR);
    }

    boolean takesEvents() {
        return !lacks.contains(Lack.SYNIC);
    }
}
