package org.exitrace.engine.step;

/**
 * Somebody who takes steps one after the other: a vCPU, a host thread, the PSP, the outside world.
 *
 * @param index place in declaration order, from 0
 * @param name stable name without blanks, used by traces and schedules
 */
public record Actor(int index, String name) {

    /** Refuses a name with a blank, since a schedule writes the actor first and then a blank. */
    public Actor {
        if (name.isEmpty() || name.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("an actor's name has no blanks: '" + name + "'");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
