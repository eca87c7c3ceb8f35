package org.exitrace.engine.explore;

import java.util.Arrays;

/** A stack of numbers. */
final class IntStack {

    private int[] values = new int[64];
    private int size;

    int size() {
        return size;
    }

    void push(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int pop() {
        return values[--size];
    }

    int get(int index) {
        return values[index];
    }

    void increment(int index) {
        values[index]++;
    }

    long bytes() {
        return 4L * values.length;
    }
}
