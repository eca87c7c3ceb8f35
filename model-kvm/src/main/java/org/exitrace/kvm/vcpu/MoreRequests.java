package org.exitrace.kvm.vcpu;

/** Requests to a vCPU that only some machines know; each wakes it, and cancels its entry. */
public interface MoreRequests {

    /** Where there are none. */
    MoreRequests NONE = new MoreRequests() {
        @Override
        public boolean anyPending() {
            return false;
        }

        @Override
        public void leftGuestMode() {
        }
    };

    /** Whether one is pending. */
    boolean anyPending();

    /** The vCPU is outside of the guest, and has taken the IPIs that were sent to it. */
    void leftGuestMode();
}
