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
    EMULATION
}
