package org.exitrace.vtl.protocol.companion;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.FlagCell;

/**
 * The thread of a VTL's vCPU, as far as QEMU's switch between the two of a virtual processor needs
 * it.
 *
 * @param <R> what both threads are
 */
public interface SwitchThread<R> {

    /** Bits of event_state. */
    int INT = 0;
    /** A VTL call. */
    int CALL = 1;

    /** The thread of VTL 0. */
    R lower();

    /** The thread of VTL 1. */
    R higher();

    /** The thread does not call KVM_RUN. */
    FlagCell stop();

    /** Of the virtual processor: {@link #INT} and {@link #CALL}. */
    BitsCell eventState();

    /** Of the virtual processor: a switch is under way, or VTL 1 runs. */
    FlagCell handled();

    /** Queues work for the thread, and kicks it. */
    void queue(Work work);

    /** Reads all registers of its vCPU, and saves the private ones. */
    void pull();

    /** Takes over all registers that the VMM has read of {@code other}. */
    void copy(R other);

    /** Puts the saved private registers back. */
    void restorePrivate();

    /** Of VTL 1: why it is entered, and with what RAX and RCX. */
    void writeControlBlock();

    /** Of VTL 0: RAX and RCX as the control block of VTL 1 has them. */
    void readControlBlock();

    /** Of VTL 1: its vCPU is runnable, with the registers that the VMM has. */
    void becomeRunnable();

    /** Of VTL 0: its vCPU gets the registers that the VMM has. */
    void push();

    /** Of VTL 1: its vCPU waits for events. */
    void becomeInactive();

    /** Of VTL 1: its entry is over. */
    default void isEntered() {
    }

    /** Of VTL 1: its return begins. */
    default void returns() {
    }
}
