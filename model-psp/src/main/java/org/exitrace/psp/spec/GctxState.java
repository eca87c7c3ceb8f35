package org.exitrace.psp.spec;

/**
 * What an SNP guest's context is in. The firmware numbers INIT 0, LAUNCH 1 and RUNNING 2
 * (docs/sev-firmware.md, e.1).
 */
public enum GctxState {
    /** There is no context: the page is not a CONTEXT page. The name is ours. */
    NONE,
    /** The context was created. */
    INIT,
    /** Pages are added to it. */
    LAUNCH,
    /** Its launch is finished; it may run while it has an ASID. */
    RUNNING
}
