package org.exitrace.kvm.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.lock.HeldLocks;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.GuestTold;
import org.exitrace.kvm.spec.KvmCapability;
import org.exitrace.kvm.spec.MpState;
import org.exitrace.kvm.spec.RunExit;
import org.exitrace.psp.host.WholeCommands;
import org.exitrace.psp.spec.Status;

/**
 * A thread of the VMM in the kernel: what its ioctl gives, and the few locals that its code keeps
 * from one step to the next. Locals are 0 outside of ioctls.
 */
public final class KvmThread extends Region {

    /** An ioctl that succeeded and has nothing else to tell. */
    public static final String OK = "OK";

    /** What its last ioctl gave; none while nothing has failed. */
    public final ResultCell result = new ResultCell(cells(), "result", words());
    /** A fatal signal is pending. */
    public final FlagCell killed = cells().flag("killed");
    /** Another signal is pending, which ends KVM_RUN only. */
    public final FlagCell signalled = cells().flag("signalled");
    /** The cgroup that it is in. */
    public final CountCell cgroup;
    /** The VM whose last reference it gave back, and which it therefore destroys. */
    public final IndexCell dying;
    /** The VM of which it has still to give a reference back. */
    public final IndexCell owner;
    /** An ASID on its way to a VM. */
    public final CountCell asid;
    /** The VMSA page of a vCPU that it creates; 0 for none. */
    public final CountCell vmsa;
    /** The handle that the firmware gave. */
    public final CountCell handle;
    /** A number of pages that was read before and is used later. */
    public final CountCell count;
    /** A yes or no that was read before and is used later. */
    public final FlagCell seen = cells().flag("seen");
    /** The locks that it holds. */
    public final HeldLocks locks;
    /** The host. */
    public final KvmHost host;
    /** Words by which scripted threads wait for each other. */
    public final SharedWords words;

    private final int number;

    /** Thread {@code number}, from 0. */
    public KvmThread(CellScope scope, int number, KvmHost host, SharedWords words) {
        super(scope);
        this.number = number;
        this.host = host;
        this.words = words;
        HostBounds bounds = host.bounds;
        cgroup = cells().count("cgroup", bounds.cgroups() - 1);
        dying = cells().index("dying", bounds.vms());
        owner = cells().index("owner", bounds.vms());
        asid = cells().count("asid", bounds.asids());
        vmsa = cells().count("vmsa", KvmVcpu.mostVmsas(bounds));
        count = cells().count("count",
                Math.max(VmMemory.MOST_SEQUENCE, SevState.mostPages(bounds)));
        handle = cells().count("handle", bounds.handles());
        locks = new HeldLocks(cells().in("locks"), number);
        host.threads.add(this);
    }

    /** All that an operation can give: OK, an errno, an exit, a state, what a guest was told. */
    public static List<String> words() {
        Set<String> words = new LinkedHashSet<>(List.of(OK));
        for (Errno errno : Errno.values()) {
            words.add(errno.name());
        }
        for (Status status : Status.values()) {
            if (status != Status.SUCCESS) {
                words.add(refused(status));
            }
        }
        for (RunExit exit : RunExit.values()) {
            words.add(exit.name());
        }
        for (MpState state : MpState.values()) {
            words.add(state.name());
        }
        words.addAll(List.of("0", "1"));
        words.addAll(KvmCapability.MASKS);
        for (GuestTold told : GuestTold.values()) {
            words.add(told.label());
        }
        return List.copyOf(words);
    }

    private static String refused(Status status) {
        return Errno.EIO + ":" + status;
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** VM {@code vm}. */
    public KvmVm vm(int vm) {
        return host.vm(vm);
    }

    /** The ioctl fails with {@code errno}, unless it has failed already. */
    public void fail(Errno errno) {
        if (result.isNone()) {
            result.become(errno.name());
        }
    }

    /** The ioctl fails with EIO where the firmware refused; {@code error} tells why. */
    public void heed(WholeCommands.Answer answer) {
        if (!answer.succeeded() && result.isNone()) {
            result.become(refused(answer.status()));
        }
    }

    /** Whether nothing has failed yet. */
    public boolean isFine() {
        return result.isNone();
    }

    /** The ioctl has ended. */
    public void end() {
        if (result.isNone()) {
            result.become(OK);
        }
    }
}
