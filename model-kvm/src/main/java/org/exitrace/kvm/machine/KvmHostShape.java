package org.exitrace.kvm.machine;

import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.spec.HostSupport;

/**
 * What kind of host it is.
 *
 * @param bounds how much of everything it has
 * @param support what it offers guests
 */
public record KvmHostShape(HostBounds bounds, HostSupport support) {

    /** Refuses what does not fit together, by the bound's name. */
    public KvmHostShape {
        if (support.has(HostSupport.SEV_ES) && bounds.pages() == 0) {
            throw new IllegalArgumentException("pages is 0, and a host with encrypted registers"
                    + " needs one for VMSAs: give pages 1 or more, or host-support sev");
        }
    }
}
