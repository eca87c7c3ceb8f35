package org.exitrace.kvm.mirrorvmm;

import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.spec.HostSupport;

/**
 * What kind of machine it is. The main VM has one vCPU beside the mirror's.
 *
 * @param story what befalls it
 * @param es whether the guest's registers are encrypted
 */
public record MirrorShape(MirrorStory story, boolean es) {

    /** The page of the model in which VMSAs lie is page 0. */
    static final int OVMF_PAGE = 1;
    static final int BINARY_PAGE = 2;
    private static final int PAGES = 3;
    private static final int THREADS = 4;
    private static final int MOST_ASID = 2;

    /** The host below: two VMs, one guest of the firmware, one ASID for each kind of guest. */
    public HostBounds bounds() {
        return new HostBounds(2, 2, THREADS, 1, MOST_ASID, MOST_ASID, 1, 0, 1, MOST_ASID, PAGES);
    }

    HostSupport support() {
        return es ? HostSupport.SEV_ES : HostSupport.SEV;
    }

    boolean is(MirrorStory other) {
        return story == other;
    }

    boolean hasBlock() {
        return is(MirrorStory.PLUG) || is(MirrorStory.UNPLUG);
    }
}
