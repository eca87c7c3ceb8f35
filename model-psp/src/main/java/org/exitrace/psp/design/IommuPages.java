package org.exitrace.psp.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What becomes of the pages of the IOMMU when SNP is shut down. */
public enum IommuPages implements SwitchValue {
    /** RECLAIM, then the host's. */
    GIVEN_BACK("given-back",
            "the firmware makes them RECLAIM, and the driver gives them back to the host with "
            + "RMPUPDATE",
            "firmware from interface 1.53 on; sev-dev.c __sev_snp_shutdown_locked, "
            + "iommu/init.c amd_iommu_snp_disable"),
    /** RECLAIM. */
    LEFT("left",
            "the firmware makes them RECLAIM, and nobody gives them back",
            "firmware from interface 1.53 on; sev-dev.c before it called "
            + "amd_iommu_snp_disable"),
    /** HYPERVISOR, badly counted. */
    HYPERVISOR("hypervisor",
            "the firmware makes them HYPERVISOR and leaves the count of their large page "
            + "wrong",
            "firmware before interface 1.53; the count is from memory");

    /** What becomes of the pages of the IOMMU when SNP is shut down? */
    public static final Switch<IommuPages> SWITCH = new Switch<>("iommu-pages",
            "What becomes of the pages of the IOMMU when SNP is shut down?",
            IommuPages.class, GIVEN_BACK);

    private final Text text;

    IommuPages(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
