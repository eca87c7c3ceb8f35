package org.exitrace.ghcb.vmsa;

import java.util.Optional;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.memory.GuestMemory;
import org.exitrace.ghcb.memory.PageAnswer;

/**
 * A page of the guest that can hold the state of a virtual CPU. Whether it is the guest's, and may
 * be a VMSA, is what the reverse map table says of it. Pages follow each other, and page 0 lies on
 * a boundary of 2 MiB.
 */
public final class VmsaPage extends Region {

    /** {@code SEV_FEATURES} that the VM of this model has: SNP and nothing else. */
    public static final int VM_FEATURES = 1;
    /** Bits of {@code SEV_FEATURES} that the model keeps. */
    public static final int FEATURE_BITS = 6;

    private static final long FIRST_ADDRESS = 4L << 20;
    private static final int PAGE_BITS = 12;

    /** For which virtual CPU its contents were made; none where it holds something else. */
    public final IndexCell made;
    /** {@code SEV_FEATURES} in it, which the host cannot read. */
    public final BitsCell features = cells().bits("SEV_FEATURES", FEATURE_BITS);
    /** The guest used it for something else while a virtual CPU ran from it. */
    public final FlagCell reclaimedInUse = ghost().flag("reclaimed_in_use");
    /** Somebody who touched it was told that it is in use, and it was not. */
    public final FlagCell takenForInUse = ghost().flag("taken_for_in_use");
    /** The host wanted it back while a virtual CPU ran from it. */
    public final FlagCell takenInUse = ghost().flag("taken_in_use");
    /** The host has written into it since the guest did; where hosts do that at all. */
    public final Optional<FlagCell> written;
    /** The memory of which it is a page. */
    public final GuestMemory memory;

    private final int number;

    /** Declares page {@code number} of a guest with {@code vcpus} virtual CPUs. */
    public VmsaPage(CellScope scope, GuestMemory memory, int number, int vcpus) {
        this(scope, memory, number, vcpus, false);
    }

    /** The same, and whether the host {@code writes} into it. */
    public VmsaPage(
            CellScope scope, GuestMemory memory, int number, int vcpus, boolean writes) {
        super(scope);
        this.memory = memory;
        this.number = number;
        made = cells().index("made_for", vcpus);
        written = writes ? Optional.of(cells().flag("written_by_host")) : Optional.empty();
    }

    /** Whether VMRUN takes it for a VMSA. */
    public boolean isVmsa() {
        return memory.isVmsa(number);
    }

    /** Whether the guest gets at it; an access to a page that the host has is tried again. */
    public boolean isReachable() {
        return memory.touch(number) != PageAnswer.FAULT;
    }

    /** The guest writes the first state of {@code vcpu} into it. */
    public void fill(int vcpu, int sevFeatures) {
        made.become(vcpu);
        features.become(sevFeatures);
        written.ifPresent(FlagCell::clear);
    }

    /** Its contents are gone. */
    public void forget() {
        written.ifPresent(FlagCell::clear);
        made.clear();
        features.clear();
    }

    /** Its place among the pages. */
    public int number() {
        return number;
    }

    /** Its guest-physical address. */
    public long address() {
        return addressOf(number);
    }

    /** Guest-physical address of page {@code number}. */
    public static long addressOf(int number) {
        return FIRST_ADDRESS + ((long) number << PAGE_BITS);
    }
}
