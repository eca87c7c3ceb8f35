package org.exitrace.vtl.state;

/** Why a VTL of a virtual processor does not execute. */
public enum Exit {
    /** Nobody knows of a reason: it was not entered yet, or stopped between two instructions. */
    NONE,
    /** It asks the hypervisor for something. */
    HYPERCALL,
    /** HvCallVtlCall. */
    VTL_CALL,
    /** HvCallVtlReturn that restores RAX and RCX. */
    VTL_RETURN,
    /** HvCallVtlReturn that leaves RAX and RCX as they are. */
    FAST_VTL_RETURN,
    /** Its translations do not allow an access to a page. */
    VIOLATION,
    /** An instruction for the host to carry out. */
    EMULATION;

    /** Whether it asks for the VTL below. */
    public boolean isReturn() {
        return this == VTL_RETURN || this == FAST_VTL_RETURN;
    }

    /** Whether a VTL above may have to be told of an access. */
    public boolean isIntercepted() {
        return this == VIOLATION || this == EMULATION;
    }

    /** Whether it asks for another VTL. */
    public boolean isSwitch() {
        return this == VTL_CALL || isReturn();
    }
}
