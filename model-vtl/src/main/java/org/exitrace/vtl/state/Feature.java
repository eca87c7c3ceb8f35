package org.exitrace.vtl.state;

/** What a machine has only if a script of it asks for it. */
public enum Feature {
    /** VTLs that have mode-based execution control for lower ones. */
    MBEC,
    /** Control registers whose writes higher VTLs intercept, and starts of virtual processors. */
    INTERCEPTS,
    /** An I/O port whose accesses higher VTLs intercept. */
    PORTS,
    /** Code that is not always at CPL 0 and in protected mode. */
    MODES,
    /** A device that accesses pages by itself. */
    DEVICE,
    /** NMIs. */
    NMIS,
    /** Logical ids of local APICs. */
    LOGICAL_IDS,
    /** Local APICs that are disabled and enabled. */
    APIC_SWITCHES,
    /** TLB locks. */
    TLB_LOCKS,
    /** SINTs whose interrupts need no end of interrupt. */
    AUTO_EOI,
    /** Resets, behind which VTLs are not enabled any more. */
    RESETS,
    /** Synthetic timers that request a vector of the local APIC, and post no message. */
    DIRECT_TIMERS,
    /** Synthetic timers that expire again and again. */
    PERIODIC_TIMERS,
    /** INIT and SIPI to virtual processors that run. */
    STARTUP_IPIS,
    /** A reset of several virtual processors. */
    RESETS_OF_ALL
}
