package org.exitrace.kvm.host;

import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;

/** {@code struct kvm_sev_info}: what a VM is as an SEV guest. */
public final class SevState extends Region {

    /** It is an SEV guest. */
    public final FlagCell active = cells().flag("active");
    /** Its registers are encrypted. */
    public final FlagCell esActive = cells().flag("es_active");
    /** It is an SNP guest. */
    public final FlagCell snpActive = cells().flag("snp_active");
    /** It is of a typed VM and was not initialised yet. */
    public final FlagCell needInit = cells().flag("need_init");
    /** Its ASID; 0 for none. */
    public final CountCell asid;
    /** The firmware's handle of it; 0 for none. */
    public final CountCell handle;
    /** The descriptor of the SEV device is remembered. */
    public final FlagCell fd = cells().flag("fd");
    /** A feature beyond the usual ones is chosen for its VMSAs. */
    public final FlagCell vmsaFeatures = cells().flag("vmsa_features");
    /** The version of the GHCB protocol; 0 for none. */
    public final CountCell ghcbVersion = cells().count("ghcb_version", 2);
    /** The registered regions: bit n for region n, and behind them the second ones alike. */
    private final BitsCell regions;
    /** The list of regions was initialised. */
    public final FlagCell regionList = cells().flag("regions_list");
    /** How many pages they pin. */
    public final CountCell pagesLocked;
    /** The cgroup that is charged for the ASID. */
    public final IndexCell cgroup;
    /** {@code enc_context_owner}: the VM whose context a mirror uses. */
    public final IndexCell owner;
    /** {@code mirror_vms}: its mirrors, by number. */
    public final BitsCell mirrors;
    /** Somebody is in the middle of writing that list. */
    public final FlagCell relinking = cells().flag("mirror_vms.written");
    /** The mask of CPUs that have run it is allocated. */
    public final FlagCell runMask = cells().flag("have_run_cpus.allocated");
    /** The CPUs that have run it. */
    public final BitsCell runCpus;
    /** One more than the page of its SNP context; 0 for none. */
    public final CountCell snpContext;

    /** History: CPUs whose caches may hold lines written with its key. */
    public final BitsCell dirtyCpus;

    private final int most;

    /** Declares it in {@code scope}. */
    public SevState(CellScope scope, HostBounds bounds) {
        super(scope);
        asid = cells().count("asid", bounds.asids());
        handle = cells().count("handle", bounds.handles());
        most = Math.max(1, bounds.regions());
        regions = cells().bits("regions", 2 * most);
        pagesLocked = cells().count("pages_locked", mostPages(bounds));
        cgroup = cells().index("misc_cg", bounds.cgroups());
        owner = cells().index("enc_context_owner", bounds.vms());
        mirrors = cells().bits("mirror_vms", bounds.vms());
        snpContext = cells().count("snp_context", bounds.pages());
        runCpus = cells().bits("have_run_cpus", bounds.cpus());
        dirtyCpus = ghost().bits("dirty", bounds.cpus());
    }

    /** Region n has n + 1 pages. */
    static int mostPages(HostBounds bounds) {
        int most = Math.max(1, bounds.regions());
        return most * (most + 1);
    }

    /** Whether the list has region {@code region}. */
    public boolean hasRegion(int region) {
        return regions.has(region);
    }

    /** Whether the model has no room for region {@code region} once more. */
    public boolean hasRegionTwice(int region) {
        return regions.has(most + region);
    }

    /** Whether the list has any region. */
    public boolean hasRegions() {
        return !regions.isEmpty();
    }

    /** Region {@code region} is in the list once more. */
    public void addRegion(int region) {
        regions.add(hasRegion(region) ? most + region : region);
    }

    /** Region {@code region} is in the list once less. */
    public void removeRegion(int region) {
        regions.remove(hasRegionTwice(region) ? most + region : region);
    }

    /** The list becomes that of {@code other}. */
    public void takeRegions(SevState other) {
        regions.become(other.regions.get());
    }

    /** Nothing is registered any more. */
    public void dropRegions() {
        regions.clear();
        pagesLocked.clear();
    }

    /** The pages of all regions of the list; region n has n + 1. */
    public int pagesOfRegions() {
        int pages = 0;
        for (int region = 0; region < most; region++) {
            int times = (hasRegion(region) ? 1 : 0) + (hasRegionTwice(region) ? 1 : 0);
            pages += times * (region + 1);
        }
        return pages;
    }

    /** Whether it uses another VM's context. */
    public boolean isMirror() {
        return !owner.isNone();
    }

    /** Forgets all, the CPU mask too. */
    public void clear() {
        forget();
        needInit.clear();
        vmsaFeatures.clear();
        ghcbVersion.clear();
        regionList.clear();
        runMask.clear();
        runCpus.clear();
        snpContext.clear();
        snpActive.clear();
    }

    /** Is no SEV guest any more, as the source of a MOVE: what goes with the context is gone. */
    public void forget() {
        active.clear();
        esActive.clear();
        asid.clear();
        handle.clear();
        fd.clear();
        regions.clear();
        pagesLocked.clear();
        cgroup.clear();
        owner.clear();
        mirrors.clear();
        relinking.clear();
        dirtyCpus.clear();
    }
}
