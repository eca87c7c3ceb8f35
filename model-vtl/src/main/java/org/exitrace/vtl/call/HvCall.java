package org.exitrace.vtl.call;

import java.util.Optional;
import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.state.Feature;
import org.exitrace.vtl.state.OverlayKind;
import org.exitrace.vtl.state.Vtl;

/** A hypercall with its arguments; two that ask for the same are one in a machine's table. */
public interface HvCall {

    /** Writes what a host does for it, at the places and under the locks that are its own. */
    <S> void answer(Block<S> code, CallSite<S> site);

    /** Whether it is a hypercall; else another instruction that exits. */
    default boolean isHypercall() {
        return true;
    }

    /** Whether {@code result} is one for it, of those that such calls give. */
    default boolean gives(String result) {
        return true;
    }

    /** {@code caller} has read its status. */
    default void isOver(Vtl caller) {
    }

    /** What else the machine needs for it. */
    default Optional<Feature> needs() {
        return Optional.empty();
    }

    /** Which page of the hypervisor the machine needs for it. */
    default Optional<OverlayKind> overlay() {
        return Optional.empty();
    }

    /** Whether the partition needs cells for it. */
    default boolean isOfPartition() {
        return false;
    }
}
