package org.exitrace.vtl.state;

/** What a machine has only if a script of it asks for it. */
public enum Feature {
    /** VTLs that have mode-based execution control for lower ones. */
    MBEC
}
