package org.exitrace.vtl.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.design.NoAccess;
import org.exitrace.vtl.design.TlbLockRelease;
import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.spec.VtlNumber;

/** The guest's pages, and what higher VTLs leave lower ones of them. */
public final class Memory {

    private static final int EXECUTE = AccessMask.KERNEL_EXECUTE | AccessMask.USER_EXECUTE;

    private final List<Page> pages = new ArrayList<>();
    private final List<PartitionConfig> configs = new ArrayList<>();
    private final Overlays overlays;
    private final Optional<Device> device;
    private final List<TlbLock> locks = new ArrayList<>();
    private final HypervisorBug bug;
    private final boolean zeroIsUnset;
    private final boolean releasesAtReturn;
    private final int roles;
    private Optional<PageRights> tables = Optional.empty();

    Memory(ModelBuilder model, VtlBounds bounds, VtlStart start) {
        for (int page = 0; page < bounds.pages(); page++) {
            pages.add(new Page(model.region("page[" + page + "]"), bounds.vtls()));
        }
        boolean decides = bounds.pages() > 0 || start.isChanged();
        for (int vtl = 1; vtl < bounds.vtls() && decides; vtl++) {
            configs.add(new PartitionConfig(
                    model.region("partition.vtl[" + vtl + "]"), start.isChanged()));
        }
        overlays = new Overlays(model, bounds, start);
        roles = start.features().contains(Feature.MBEC) ? 1 << bounds.vtls() - 1 : 1;
        device = start.features().contains(Feature.DEVICE)
                ? Optional.of(new Device(model.region("device"), this, bounds.pages()))
                : Optional.empty();
        releasesAtReturn =
                model.design().get(TlbLockRelease.SWITCH) == TlbLockRelease.RETURN;
        bug = model.design().get(HypervisorBug.SWITCH);
        zeroIsUnset = model.design().get(NoAccess.SWITCH) == NoAccess.UNSET;
    }

    /** What accesses pages by itself, if the machine has that. */
    public Optional<Device> device() {
        return device;
    }

    /** Whether the rights to {@code page} are fixed: it is pinned, or something lies over it. */
    public boolean isFixed(int page) {
        return overlays.lieOver(page) || device.isPresent() && device.get().isPinned(page);
    }

    /** What lies over pages of the guest. */
    public Overlays overlays() {
        return overlays;
    }

    /**
     * {@code vtl} gets an overlay over {@code page}; whether that edits what higher VTLs leave it,
     * which is a bug.
     */
    public boolean overlays(int vtl, int page) {
        boolean edits = bug == HypervisorBug.OVERLAY_UNPROTECTS;
        for (int above = vtl + 1; above <= configs.size() && edits; above++) {
            pages.get(page).mask(above, vtl).become(AccessMask.ALL);
        }
        return edits && vtl < configs.size();
    }

    /**
     * The partition is reset: nobody has forbidden anything. Pages are zeroed if some VTL wants
     * that; whether VTL0 may read now what it could not read before.
     */
    boolean resets() {
        overlays.reset();
        boolean zeroes = configs.stream().anyMatch(PartitionConfig::zeroesMemory);
        boolean keeps = bug == HypervisorBug.RESET_KEEPS_MEMORY;
        boolean leaked = false;
        for (Page page : pages) {
            boolean wasHidden = (page.rights(VtlNumber.LOWEST) & AccessMask.READ) == 0;
            leaked |= zeroes && keeps && wasHidden && !page.word.is(0);
            page.resets(zeroes && !keeps);
        }
        configs.forEach(config -> config.write(VsmPartitionConfig.AT_RESET
                | VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.of(AccessMask.ALL)));
        device.ifPresent(Device::resets);
        return leaked;
    }

    void isSeenBy(TlbLock lock) {
        locks.add(lock);
    }

    /** {@code owner} counts on {@code lock} no longer. */
    public void givesUp(TlbLock lock, Vtl owner) {
        lock.isGivenUpBy(owner, locks);
    }

    /** The same; flushes that wait for its processor go on. */
    public void unlock(TlbLock lock, Vtl owner) {
        lock.isGivenUpBy(owner, locks);
        if (lock.lockedBy.isEmpty()) {
            for (TlbLock other : locks) {
                if (other.waitsFor.is(owner.vp().number())) {
                    other.waitsFor.clear();
                }
            }
        }
    }

    /** Whether a return of its owner releases a lock. */
    public boolean releasesAtReturn() {
        return releasesAtReturn;
    }

    /** {@code owner} is about to return: whatever it has locked is released. */
    public void returns(Vtl owner) {
        if (releasesAtReturn) {
            for (Vtl lower : owner.vp().vtls()) {
                if (lower.view().lock().lockedBy.has(owner.number())) {
                    unlock(lower.view().lock(), owner);
                }
            }
        }
    }

    /** Translations come from {@code made}, which the host fills in at exits. */
    public void mapsBy(PageRights made) {
        tables = Optional.of(made);
    }

    /**
     * How many sets of page tables a host needs whose roots tell processors apart by who has
     * mode-based execution control.
     */
    public int roles() {
        return roles;
    }

    /** Whether translations come from tables that the host fills in. */
    public boolean isMapped() {
        return tables.isPresent();
    }

    /** Whether translations come from tables that are the same whoever has that. */
    public boolean isMappedForAll() {
        return tables.isPresent() && !tables.get().hasRoles();
    }

    /** Where a translation of {@code page} for {@code vtl} comes from: page tables or masks. */
    long walk(int page, int vtl, long mbec) {
        return tables.isPresent() ? tables.get().of(vtl, page, mbec)
                : translation(page, vtl, mbec);
    }

    /** All pages. */
    public List<Page> pages() {
        return pages;
    }

    /** What {@code vtl}, which is above VTL0, decides for those below it. */
    public PartitionConfig config(int vtl) {
        return configs.get(vtl - 1);
    }

    /** VsmPartitionConfig of {@code vtl}; 0 where no VTL can have written it. */
    public long configWord(int vtl) {
        return vtl == VtlNumber.LOWEST || vtl > configs.size() ? 0 : config(vtl).word();
    }

    /** All pages begin with {@code mask}, which {@code vtl} has told, for all VTLs below it. */
    public void protect(int vtl, int mask) {
        for (Page page : pages) {
            for (int below = 0; below < vtl; below++) {
                page.mask(vtl, below).become(mask);
            }
        }
    }

    /** No translation gives more any longer than the masks of VTLs up to {@code vtl}. */
    public void promise(int vtl) {
        for (Page page : pages) {
            for (int below = 0; below < vtl; below++) {
                page.promise(below);
            }
        }
    }

    /** Whether the hypervisor has that bug. */
    boolean has(HypervisorBug one) {
        return bug == one;
    }

    /** What the host lets {@code vtl} do with {@code page} when it fills in a translation. */
    int translation(int page, int vtl, long mbec) {
        boolean all = bug == HypervisorBug.UMX_WITHOUT_MBEC;
        int rights = pages.get(page).rights(vtl, all ? -1 : mbec);
        if (bug == HypervisorBug.ONE_EXECUTE_BIT && (rights & EXECUTE) != 0) {
            rights |= EXECUTE;
        }
        return rights == 0 && zeroIsUnset ? AccessMask.ALL : rights;
    }
}
