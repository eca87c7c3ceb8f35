package org.exitrace.vtl.protocol.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.vtl.protocol.design.MemoryModel;

/**
 * The stores of one processor that have not reached memory, oldest first: docs/vtl.md f.9. Where
 * memory is sequentially consistent it has no cells, and each store is in memory at once.
 */
public final class StoreBuffer {

    private final List<Place> places = new ArrayList<>();
    private final List<CountCell> where = new ArrayList<>();
    private final List<CountCell> what = new ArrayList<>();

    private StoreBuffer() {
    }

    /** That of a processor whose stores are in memory at once. */
    public static StoreBuffer none() {
        return new StoreBuffer();
    }

    /**
     * That of {@code processor}, as the design wants it, with an actor that carries stores to
     * memory.
     *
     * @param size how many stores fit; who finds no room waits
     * @param places to how many places it stores
     * @param most the largest value that it stores
     */
    public static StoreBuffer of(
            ModelBuilder model, String processor, int size, int places, int most) {
        StoreBuffer buffer = new StoreBuffer();
        if (model.design().get(MemoryModel.SWITCH) == MemoryModel.TSO) {
            CellScope scope = model.region(processor + ".stores");
            for (int i = 0; i < size; i++) {
                buffer.where.add(scope.count("place" + i, places));
                buffer.what.add(scope.count("value" + i, most));
            }
            model.program(processor + "-stores", buffer, drain());
        }
        return buffer;
    }

    private static Routine<StoreBuffer> drain() {
        return Routine.named("store buffer", "docs/vtl.md f.9", code -> code.forever(each -> each
                .await("the oldest store reaches memory", buffer -> !buffer.isEmpty(),
                        StoreBuffer::drainOne).mayRest()));
    }

    /** A place to which it stores by {@code write}, and which {@code read} reads in memory. */
    public Place place(IntConsumer write, IntSupplier read) {
        Place place = new Place(places.size() + 1, write, read);
        places.add(place);
        return place;
    }

    boolean isEmpty() {
        return where.isEmpty() || where.get(0).is(0);
    }

    boolean hasRoom() {
        return where.isEmpty() || where.get(where.size() - 1).is(0);
    }

    private void push(int place, int value) {
        int free = 0;
        while (!where.get(free).is(0)) {
            free++;
        }
        where.get(free).become(place);
        what.get(free).become(value);
    }

    private void drainOne() {
        places.get(where.get(0).get() - 1).write.accept(what.get(0).get());
        for (int i = 0; i < where.size(); i++) {
            boolean last = i + 1 == where.size();
            where.get(i).become(last ? 0 : where.get(i + 1).get());
            what.get(i).become(last ? 0 : what.get(i + 1).get());
        }
    }

    /** A place in memory, as the processor of the buffer sees it. */
    public final class Place {

        private final int number;
        private final IntConsumer write;
        private final IntSupplier read;

        private Place(int number, IntConsumer write, IntSupplier read) {
            this.number = number;
            this.write = write;
            this.read = read;
        }

        /** Stores {@code value}: others see it now, or when it has left the buffer. */
        public void store(int value) {
            if (where.isEmpty()) {
                write.accept(value);
            } else {
                push(number, value);
            }
        }

        /** The youngest store of its own processor, or what memory has. */
        public int load() {
            for (int i = where.size() - 1; i >= 0; i--) {
                if (where.get(i).is(number)) {
                    return what.get(i).get();
                }
            }
            return read.getAsInt();
        }
    }
}
