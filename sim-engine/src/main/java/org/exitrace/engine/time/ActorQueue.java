package org.exitrace.engine.time;

import java.util.Arrays;

/**
 * The actors that can start a step, the earliest first: a heap of four children a node that knows
 * where each actor stands, so that a changed start costs one walk up or down.
 */
final class ActorQueue {

    private static final int ABSENT = -1;

    private final int[] heap;
    private final long[] heapNs;
    private final int[] placeOf;
    private int size;

    ActorQueue(int actors) {
        heap = new int[actors];
        heapNs = new long[actors];
        placeOf = new int[actors];
        Arrays.fill(placeOf, ABSENT);
    }

    /** Takes all out. */
    void clear() {
        Arrays.fill(placeOf, ABSENT);
        size = 0;
    }

    /** The actor with the least start, of those the one declared first; -1 if there is none. */
    int first() {
        return size == 0 ? ABSENT : heap[0];
    }

    /** When {@code actor}, which is in, can start. */
    long startNs(int actor) {
        return heapNs[placeOf[actor]];
    }

    /** Puts {@code actor} in, or changes its start. */
    void put(int actor, long atNs) {
        int place = placeOf[actor];
        if (place == ABSENT) {
            rise(size++, actor, atNs);
        } else if (atNs < heapNs[place]) {
            rise(place, actor, atNs);
        } else if (atNs > heapNs[place]) {
            sink(place, actor, atNs);
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
            long movedNs = heapNs[size];
            rise(place, moved, movedNs);
            sink(placeOf[moved], moved, movedNs);
        }
    }

    private void rise(int from, int actor, long atNs) {
        int place = from;
        while (place > 0) {
            int parent = place - 1 >> 2;
            if (!isBefore(atNs, actor, parent)) {
                break;
            }
            set(place, heap[parent], heapNs[parent]);
            place = parent;
        }
        set(place, actor, atNs);
    }

    private void sink(int from, int actor, long atNs) {
        int place = from;
        int child = 4 * place + 1;
        while (child < size) {
            int least = leastFrom(child);
            if (isBefore(atNs, actor, least)) {
                break;
            }
            set(place, heap[least], heapNs[least]);
            place = least;
            child = 4 * place + 1;
        }
        set(place, actor, atNs);
    }

    /** The place of the earliest of the four children of which {@code first} is the first. */
    private int leastFrom(int first) {
        int least = first;
        long leastNs = heapNs[first];
        int end = Math.min(first + 4, size);
        for (int other = first + 1; other < end; other++) {
            long otherNs = heapNs[other];
            if (otherNs < leastNs || otherNs == leastNs && heap[other] < heap[least]) {
                least = other;
                leastNs = otherNs;
            }
        }
        return least;
    }

    private void set(int place, int actor, long atNs) {
        heap[place] = actor;
        heapNs[place] = atNs;
        placeOf[actor] = place;
    }

    private boolean isBefore(long atNs, int actor, int place) {
        long otherNs = heapNs[place];
        return atNs < otherNs || atNs == otherNs && actor < heap[place];
    }
}
