package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;

/** The two platform states, and what else the firmware keeps beside guests. */
public final class Platform extends Region {

    /** SEV and SEV-ES. */
    public final EnumCell<SevState> sev = cells().choice("sev.state", SevState.class);
    /** SEV-SNP. */
    public final EnumCell<SnpState> snp = cells().choice("snp.state", SnpState.class);
    /** Whether SNP_INIT filled the reverse map table; only a shutdown of the IOMMU undoes it. */
    public final FlagCell rmpInitialized = cells().flag("rmp_initialized");
    /** INIT asked for encrypted state. */
    public final FlagCell es = cells().flag("es");
    /** The memory for encrypted state that INIT named. */
    public final EnumCell<EsMemory> tmr = cells().choice("tmr", EsMemory.class);
    /** What x86 software may do to the reverse map table by plain accesses. */
    public final EnumCell<RmpAccess> rmpAccess = cells().choice("rmp_access", RmpAccess.class);
    /** The IOMMU checks the reverse map table. */
    public final FlagCell iommuEnforces = cells().flag("iommu_enforces");
    /** How many guests there are, in the SEV machine. */
    public final CountCell guestCount;
    /** The keys; none while {@code sev.state} is UNINIT. */
    public final Identity identity = new Identity(cells());
    /** INIT_EX named memory for the keys: they are saved there and not in flash. */
    public final FlagCell keysInMemory = cells().flag("keys_in_memory");
    /** Versions and what is reported. */
    public final Versions versions = new Versions(cells().in("version"));
    /** Commands come from a ring. */
    public final FlagCell ring = cells().flag("ring");
    /** An update failed for good: the only command left is SNP_DOWNLOAD_FIRMWARE_EX. */
    public final FlagCell onlyUpdate = cells().flag("only_update");

    /** Declares it in {@code scope}. */
    public Platform(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        guestCount = cells().count("guest_count", bounds.handles());
    }

    /** The memory for encrypted state. */
    public enum EsMemory {
        /** There is none. */
        NONE,
        /** INIT has named it. */
        RESERVED,
        /** The first DF_FLUSH that succeeded has protected it from x86 software. */
        ARMED
    }

    /** What a trusted memory region lets x86 software do to the reverse map table. */
    public enum RmpAccess {
        /** No region is set up. */
        UNGUARDED,
        /** Read: SNP_INIT is filling it. */
        READ_ONLY,
        /** Read and write: the table protects itself. */
        READ_WRITE
    }
}
