package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.routine.Routine;

/**
 * What threads of a virtual processor do to switch between its VTLs: what an exit asks for, and
 * the work that is queued.
 *
 * @param <R> what the threads are
 */
public interface Switches<R> {

    /** Of a VTL that has executed a VTL call. */
    Routine<R> call();

    /** Of a VTL above: it has left its wait because of an event. */
    Routine<R> event();

    /** Of a VTL that may not go on: one above shall be told why (docs/vtl.md d.2 A2, reading). */
    Routine<R> intercept();

    /** {@link Work#UPCALL}. */
    Routine<R> upcall();

    /** {@link Work#ENTRY}. */
    Routine<R> entry();

    /** Of a VTL that has executed a VTL return. */
    Routine<R> leave();

    /** {@link Work#DOWNCALL}. */
    Routine<R> downcall();

    /** {@link Work#POLL}. */
    Routine<R> poll();
}
