package org.exitrace.engine.routine;

/**
 * A place in a routine at which others may let it go on: a reset vector, a wake-up buffer.
 *
 * <p>Compared by identity; declare one as a constant and mark the place by
 * {@link Block#entry(EntryPoint)}.
 */
public final class EntryPoint {

    private final String name;

    /** An entry point; the name is for messages. */
    public EntryPoint(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
