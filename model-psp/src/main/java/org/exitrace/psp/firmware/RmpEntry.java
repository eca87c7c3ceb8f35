package org.exitrace.psp.firmware;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.RmpAnswer;

/**
 * One page's entry of the reverse map table. Both the firmware and instructions of x86 software
 * read and write it, so that each access is a step of its own.
 *
 * <p>Left out: the supervisor shadow stack permission, VMPL0's permissions (always all), and the
 * count of sub-pages, which is derived. Source: docs/sev-firmware.md, e.4.
 */
public final class RmpEntry extends Region {

    /** Tag of a page that holds metadata. */
    public static final int TAG_METADATA = 1;
    /** Tag of a page in which the IOMMU logs. */
    public static final int TAG_IOMMU = 2;

    private static final int ALL = 15;
    private static final int PERMISSION_BITS = 4;

    /** The page is not the host's. */
    public final FlagCell assigned = cells().flag("assigned");
    /** The entry stands for the whole large page that begins here. */
    public final FlagCell large = cells().flag("large");
    /** RMPUPDATE must not change it. */
    public final FlagCell immutable = cells().flag("immutable");
    /** The guest page that it is; in a METADATA page one more than the context's page. */
    public final CountCell gpa;
    /** Whose it is; 0 for nobody. */
    public final CountCell asid;
    /** The page may be a VMSA; in a firmware page: it is a context. */
    public final FlagCell vmsa = cells().flag("vmsa");
    /** Its guest, or the launch, has validated it. */
    public final FlagCell validated = cells().flag("validated");
    /** What the firmware notes in it; 0 for nothing. */
    public final CountCell tag = cells().count("tag", TAG_IOMMU);
    /** The firmware has put 0x3FF, its lock, in place of the ASID. */
    public final FlagCell locked = cells().flag("locked");
    /** What VMPL1 to VMPL3 may do: four bits each, R, W, X-user, X-supervisor; VMPL1 lowest. */
    public final BitsCell permissions = cells().bits("permissions", 12);

    /** Declares it in {@code scope}. */
    public RmpEntry(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        gpa = cells().count("gpa", Math.max(1, bounds.pages()));
        asid = cells().count("asid", bounds.asids());
    }

    /** The state for which its fields stand. */
    public PageState state() {
        if (assigned.isClear()) {
            return immutable.isSet() ? PageState.HV_FIXED : PageState.HYPERVISOR;
        }
        if (asid.is(0)) {
            return immutable.isSet() ? firmwareState() : PageState.RECLAIM;
        }
        if (immutable.isSet()) {
            return validated.isSet() ? PageState.PRE_SWAP : PageState.PRE_GUEST;
        }
        return validated.isSet() ? PageState.GUEST_VALID : PageState.GUEST_INVALID;
    }

    private PageState firmwareState() {
        if (tag.is(TAG_IOMMU)) {
            return PageState.FIRMWARE_IOMMU;
        }
        if (tag.is(TAG_METADATA)) {
            return PageState.METADATA;
        }
        return vmsa.isSet() ? PageState.CONTEXT : PageState.FIRMWARE;
    }

    /** Takes all fields of {@code other}, apart from its size. */
    public void take(RmpEntry other) {
        assigned.become(other.assigned.isSet());
        immutable.become(other.immutable.isSet());
        gpa.become(other.gpa.get());
        asid.become(other.asid.get());
        vmsa.become(other.vmsa.isSet());
        validated.become(other.validated.isSet());
        tag.become(other.tag.get());
        permissions.become(other.permissions.get());
    }

    /** What PVALIDATE does to a page of the guest that executes it. */
    public RmpAnswer validate(boolean valid) {
        if (validated.isSet() == valid) {
            return RmpAnswer.UNCHANGED;
        }
        validated.become(valid);
        return RmpAnswer.SUCCESS;
    }

    /**
     * What RMPADJUST does to a page of the guest that executes it: {@code vmpl} may do what
     * {@code permissions} say (R 1, W 2, X-user 4, X-supervisor 8), and the page may be a VMSA or
     * not.
     *
     * @param own the VMPL that executes it
     */
    public RmpAnswer adjust(int own, int vmpl, int permissions, boolean mayBeVmsa) {
        if (validated.isClear()) {
            return RmpAnswer.VC;
        }
        long held = own == 0 ? ALL : this.permissions.get() >> shift(own) & ALL;
        if (vmpl <= own || (permissions & ~held) != 0
                || mayBeVmsa != vmsa.isSet() && own != 0) {
            return RmpAnswer.FAIL_PERMISSION;
        }
        long others = this.permissions.get() & ~((long) ALL << shift(vmpl));
        this.permissions.become(others | (long) permissions << shift(vmpl));
        vmsa.become(mayBeVmsa);
        return RmpAnswer.SUCCESS;
    }

    private static int shift(int vmpl) {
        return PERMISSION_BITS * (vmpl - 1);
    }

    /** Makes it the host's: all fields are 0. The lock stays as it is. */
    public void clear() {
        assigned.clear();
        large.clear();
        immutable.clear();
        gpa.clear();
        asid.clear();
        vmsa.clear();
        validated.clear();
        tag.clear();
        permissions.clear();
    }

    /** Makes it a page of the firmware, as RMPUPDATE does with nothing but the immutable bit. */
    public void becomeFirmware() {
        clear();
        assigned.raise();
        immutable.raise();
    }
}
