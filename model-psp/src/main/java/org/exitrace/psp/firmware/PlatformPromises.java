package org.exitrace.psp.firmware;

import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;

/** What the two machines of the platform keep, each alone and together. */
public final class PlatformPromises {

    private static final String SOURCE = "SEV firmware, h";

    private PlatformPromises() {
    }

    /** Declares them in {@code model}. */
    public static void declare(ModelBuilder model, Firmware firmware) {
        Platform platform = firmware.platform;
        model.never("platform-works-for-guests",
                "sev.state is WORKING without a guest, or a guest is there in another state",
                () -> platform.sev.is(SevState.WORKING) == platform.guestCount.is(0))
                .from(SOURCE + ".4");
        model.never("snp-without-rmp",
                "snp.state is INIT without an RMP that was initialised",
                () -> platform.snp.is(SnpState.INIT) && platform.rmpInitialized.isClear())
                .from(SOURCE + ".5");
        model.never("sev-before-snp",
                "sev.state is not UNINIT on a host with SNPEn whose RMP was never initialised",
                () -> !platform.sev.is(SevState.UNINIT) && platform.rmpInitialized.isClear()
                        && firmware.settings.has(HostSetting.SNP_ENABLED))
                .because("SNPEn is set before the first command, and INIT then asks for the RMP")
                .from(SOURCE + ".5");
        model.never("snp-without-guard",
                "snp.state is INIT and nothing guards the RMP from the IOMMU's devices",
                () -> platform.snp.is(SnpState.INIT) && platform.iommuEnforces.isClear())
                .from("SEV firmware, a.2");
        model.never("keys-lost",
                "the firmware has erased the platform's keys, since they were broken",
                () -> firmware.flash.erased.isSet() || firmware.keyMemory.erased.isSet())
                .because("what was attested with them is no longer believed")
                .from("SEV firmware, a.2");
        model.never("encrypted-state-without-memory",
                "INIT asked for encrypted state and there is no memory for it",
                () -> platform.es.isSet() == platform.tmr.is(Platform.EsMemory.NONE))
                .from("SEV firmware, a.2");
    }
}
