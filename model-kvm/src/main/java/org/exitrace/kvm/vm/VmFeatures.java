package org.exitrace.kvm.vm;

import org.exitrace.engine.design.Design;
import org.exitrace.kvm.design.GhcbUnmap;
import org.exitrace.kvm.design.InitSipiEvents;
import org.exitrace.kvm.design.SipiHook;

/**
 * What one VM and its host have, as far as it decides which steps exist.
 *
 * @param design how history, or a proposal, built the host
 * @param sevEs whether the guest's registers are encrypted
 * @param userLapic whether the LAPIC is in user space
 * @param nmis whether anybody sends an NMI
 * @param interrupts whether anybody sends a fixed interrupt
 * @param initBlocking whether anybody blocks INIT
 */
public record VmFeatures(
        Design design, boolean sevEs, boolean userLapic, boolean nmis, boolean interrupts,
        boolean initBlocking) {

    /** What a SIPI does to an SEV-ES vCPU. */
    public SipiHook sipiHook() {
        return design.get(SipiHook.SWITCH);
    }

    /** Whether senders write the target's mp_state, as before March 2013. */
    public boolean remoteMpState() {
        return design.get(InitSipiEvents.SWITCH) == InitSipiEvents.REMOTE_MP_STATE;
    }

    /** Whether the target takes INIT and SIPI together, as before November 2020. */
    public boolean exchangesEvents() {
        return design.get(InitSipiEvents.SWITCH) == InitSipiEvents.EXCHANGED_WORD;
    }

    /** Whether the GHCB is unmapped before an entry that may still be cancelled. */
    public boolean unmapsBeforeExitTest() {
        return design.get(GhcbUnmap.SWITCH) == GhcbUnmap.BEFORE_EXIT_TEST;
    }
}
