package org.exitrace.engine.routine;

import java.util.function.Consumer;

/**
 * Sequential code, such as an ioctl or a #VMGEXIT handler, as labelled atomic steps. It is text:
 * what it does is fixed when it is written, and each program that calls it runs its own copy of it.
 *
 * <p>A label is one access to shared state, unless a lock or an instruction makes more of it
 * atomic. What touches only the caller's own cells ({@link Block#when}, {@link Block#local},
 * {@link Block#repeat}) is part of the step before it.
 *
 * @param <R> the region that the code speaks of
 */
public final class Routine<R> {

    private final String name;
    private final String source;
    private final Block<R> body;

    private Routine(String name, String source, Block<R> body) {
        this.name = name;
        this.source = source;
        this.body = body;
    }

    /**
     * Writes a routine.
     *
     * @param name the modelled function's own name; its steps bear it
     * @param source where the behaviour was read
     * @param text writes the code
     */
    public static <R> Routine<R> named(String name, String source, Consumer<Block<R>> text) {
        Block<R> body = new Block<>();
        text.accept(body);
        return new Routine<>(name, source, body);
    }

    /** The modelled function's name. */
    public String name() {
        return name;
    }

    /** Where the behaviour was read. */
    public String source() {
        return source;
    }

    Jump link(Linker linker, R region, Jump next) {
        Linker inside = linker.inside(this);
        return body.link(inside, region, new Targets(next, null, null), next);
    }
}
