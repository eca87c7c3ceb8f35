package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * The actors that can start a step, the earliest first: a heap of four children a node that knows
 * where each actor stands, so that a changed start costs one walk up or down.
 */
final class ActorQueue {

    private static final int ABSENT = -1;

    private final int[] heap;
    private final int[] placeOf;
    private final long[] startNs;
    private int size;

    ActorQueue(int actors) {
        heap = new int[actors];
        placeOf = new int[actors];
        startNs = new long[actors];
        Arrays.fill(placeOf, ABSENT);
    }

    /** The actor with the least start, of those the one declared first; -1 if there is none. */
    int first() {
        return size == 0 ? ABSENT : heap[0];
    }

    /** When {@code actor}, which is in, can start. */
    long startNs(int actor) {
        return startNs[actor];
    }

    /** Puts {@code actor} in, or changes its start. */
    void put(int actor, long atNs) {
        int place = placeOf[actor];
        if (place == ABSENT) {
            startNs[actor] = atNs;
            rise(size++, actor);
            return;
        }
        long before = startNs[actor];
        startNs[actor] = atNs;
        if (atNs < before) {
            rise(place, actor);
        } else if (atNs > before) {
            sink(place, actor);
        }
    }

    /** Takes {@code actor} out, where it is in. */
    void remove(int actor) {
        int place = placeOf[actor];
        if (place == ABSENT) {
            return;
        }
        placeOf[actor] = ABSENT;
        int moved = heap[--size];
        if (moved != actor) {
            rise(place, moved);
            sink(placeOf[moved], moved);
        }
    }

    private void rise(int from, int actor) {
        int place = from;
        while (place > 0) {
            int parent = place - 1 >> 2;
            int above = heap[parent];
            if (!isBefore(actor, above)) {
                break;
            }
            set(place, above);
            place = parent;
        }
        set(place, actor);
    }

    private void sink(int from, int actor) {
        int place = from;
        int child = 4 * place + 1;
        while (child < size) {
            int least = child;
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                if (isBefore(heap[other], heap[least])) {
                    least = other;
                }
            }
            if (!isBefore(heap[least], actor)) {
                break;
            }
            set(place, heap[least]);
            place = least;
            child = 4 * place + 1;
        }
        set(place, actor);
    }

    private void set(int place, int actor) {
        heap[place] = actor;
        placeOf[actor] = place;
    }

    private boolean isBefore(int one, int other) {
        long a = startNs[one];
        long b = startNs[other];
        return a < b || a == b && one < other;
    }
}
