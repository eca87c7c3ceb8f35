package org.exitrace.vtl.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.Lapic;
import org.exitrace.vtl.state.Vp;

/**
 * A write of the ICR, which the host intercepts: it goes to local APICs of the VTL that writes.
 *
 * @param vp to which virtual processor; {@link #SELF}, {@link #ALL} and {@link #OTHERS} for a
 *     shorthand
 * @param vector which vector; {@link Lapic#NMI} for an NMI
 */
public record WriteIcr(int vp, int vector) implements ApicWrite {

    /** All virtual processors but the one that writes. */
    public static final int OTHERS = -1;
    /** All virtual processors. */
    public static final int ALL = -2;
    /** The virtual processor that writes. */
    public static final int SELF = -3;

    @Override
    public Optional<Feature> needs() {
        return vector == Lapic.NMI ? Optional.of(Feature.NMIS) : Optional.empty();
    }

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        List<Vp> vps = site.guest().vps();
        code.local(thread -> site.caller(thread).asks(destinations(
                site.caller(thread).vp().number(), vps.size())));
        for (Vp target : vps) {
            if (vp < 0 || target.number() == vp) {
                code.when(thread -> vp >= 0 || isMeant(site.caller(thread).vp(), target),
                        to -> fromEach(to, site, target));
            }
        }
        code.local(thread -> {
            site.caller(thread).hasAsked();
            site.status(thread, HvStatus.SUCCESS);
        });
    }

    private boolean isMeant(Vp own, Vp target) {
        return vp == ALL || own == target == (vp == SELF);
    }

    /** The shorthand for all takes the way of that for all others, that for itself a short one. */
    private <S> void fromEach(Block<S> code, CallSite<S> site, Vp target) {
        boolean isBroadcast = vp == OTHERS || vp == ALL;
        List<Consumer<Block<S>>> ways = new ArrayList<>();
        for (int i = 0; i < target.vtls().size(); i++) {
            int vtl = i;
            ways.add(way -> site.interprocessor(way, target.vtl(vtl), vector, isBroadcast));
        }
        code.select(thread -> site.caller(thread).number(), ways);
    }

    private long destinations(int own, int vps) {
        long all = (1L << vps) - 1;
        return switch (vp) {
            case OTHERS -> all & ~(1L << own);
            case ALL -> all;
            case SELF -> 1L << own;
            default -> 1L << vp;
        };
    }
}
