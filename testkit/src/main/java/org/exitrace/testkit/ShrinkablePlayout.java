package org.exitrace.testkit;

import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.exitrace.engine.shrink.Smaller;

/** Shrinks as the engine does: steps are left out and the rest is run again. */
final class ShrinkablePlayout implements Shrinkable<Playout> {

    private final Playout playout;

    ShrinkablePlayout(Playout playout) {
        this.playout = playout;
    }

    @Override
    public Playout value() {
        return playout;
    }

    @Override
    public Stream<Shrinkable<Playout>> shrink() {
        return Smaller.than(playout.steps())
                .map(steps -> new ShrinkablePlayout(
                        Playout.leniently(playout.factory(), steps)))
                .filter(other -> other.distance().compareTo(distance()) < 0)
                .map(other -> other);
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.of(
                playout.steps().size(), Smaller.switches(playout.steps()));
    }
}
