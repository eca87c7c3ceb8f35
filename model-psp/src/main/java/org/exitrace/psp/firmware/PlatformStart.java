package org.exitrace.psp.firmware;

import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.SevState;

/** How far the platform has come when a machine begins. */
public enum PlatformStart {
    /** Nobody initialised it: each ASID is what it is behind power-on. */
    OFF("off"),
    /** The driver's INIT, WBINVD on all CPUs and DF_FLUSH are over: each ASID is clean. */
    INITIALIZED("initialized"),
    /** The same, and INIT asked for encrypted state. */
    INITIALIZED_ES("initialized-es");

    private final String label;

    PlatformStart(String label) {
        this.label = label;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    /** Makes it the first state of {@code firmware}; before the model is closed. */
    public void begin(Firmware firmware) {
        if (this == OFF) {
            return;
        }
        firmware.platform.sev.initially(SevState.INIT);
        firmware.platform.es.initially(this == INITIALIZED_ES);
        if (this == INITIALIZED_ES) {
            firmware.platform.tmr.initially(Platform.EsMemory.ARMED);
        }
        firmware.entropy.initially(2);
        firmware.platform.identity.initially(1, 2);
        firmware.flash.content.initially(KeyStore.Content.KEYS);
        firmware.flash.identity.initially(1, 2);
        firmware.asids.forEach(row -> row.in.forEach(here -> here.initially(AsidUse.CLEAN)));
        long allCores = (1L << firmware.bounds.coresPerCcx()) - 1;
        firmware.ccxs.forEach(ccx -> ccx.wbinvdDone.initially(allCores));
    }
}
