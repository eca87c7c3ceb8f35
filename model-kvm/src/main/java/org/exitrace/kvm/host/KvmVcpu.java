package org.exitrace.kvm.host;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.lock.KernelMutex;
import org.exitrace.kvm.spec.Completion;
import org.exitrace.kvm.spec.GuestTold;
import org.exitrace.kvm.spec.MpState;

/** One vCPU of a VM, as the kernel keeps it. */
public final class KvmVcpu extends Region {

    /** It is published: it counts in online_vcpus. */
    public final FlagCell online = cells().flag("online");
    /** References to its file: the descriptor, and ioctls that run; 0 for no file. */
    public final CountCell file;
    /** The descriptor is in the process's table. */
    public final FlagCell fdOpen = cells().flag("fd");
    /** {@code vcpu->mutex}. */
    public final KernelMutex mutex = new KernelMutex(cells(), "mutex");
    /** The page of its encrypted state, by number from 1; 0 for none. */
    public final CountCell vmsa;
    /** {@code guest_state_protected}: its state was encrypted. */
    public final FlagCell isProtected = cells().flag("guest_state_protected");
    /** Its VMCB has the bits and intercepts of an SEV guest. */
    public final FlagCell vmcbSev = cells().flag("vmcb.sev");
    /** {@code vmcb.vmsa_pa} names its VMSA. */
    public final FlagCell vmsaMapped = cells().flag("vmcb.vmsa_pa");
    /** Whether it may run. */
    public final EnumCell<MpState> mpState = cells().choice("mp_state", MpState.class);
    /** What is left to do when user space has answered its last exit. */
    public final EnumCell<Completion> completion =
            cells().choice("complete_userspace_io", Completion.class);
    /** What its guest was given for its last request. */
    public final EnumCell<GuestTold> told = cells().choice("told", GuestTold.class);
    /** One more than the page that is becoming its SNP VMSA; 0 for none. */
    public final CountCell snpPage;
    /** KVM_SET_GUEST_DEBUG is on. */
    public final FlagCell guestDebug = cells().flag("guest_debug");
    /** LAUNCH_UPDATE_VMSA has copied its state and not yet encrypted the copy. */
    public final FlagCell syncing = cells().flag("syncing");
    /** History: its state changed between the copy and the encryption. */
    public final FlagCell torn = ghost().flag("torn");

    private final int number;

    /** vCPU {@code number} of VM {@code vm}. */
    public KvmVcpu(CellScope scope, int number, HostBounds bounds) {
        super(scope);
        this.number = number;
        file = cells().count("f_count", 1 + bounds.threads());
        snpPage = cells().count("snp_page", bounds.pages());
        vmsa = cells().count("vmsa", mostVmsas(bounds));
    }

    /** One page for each vCPU, and one for each that is being created. */
    static int mostVmsas(HostBounds bounds) {
        return bounds.vms() * bounds.vcpus() + bounds.threads();
    }

    /** Its number in its VM, from 0. */
    public int number() {
        return number;
    }

    /** Whether it is published. */
    public boolean isOnline() {
        return online.isSet();
    }

    /** Its memory is given back. */
    public void free() {
        online.clear();
        file.clear();
        fdOpen.clear();
        mutex.vanish();
        vmsa.clear();
        snpPage.clear();
        isProtected.clear();
        vmcbSev.clear();
        vmsaMapped.clear();
        mpState.clear();
        completion.clear();
        told.clear();
        guestDebug.clear();
        syncing.clear();
        torn.clear();
    }
}
