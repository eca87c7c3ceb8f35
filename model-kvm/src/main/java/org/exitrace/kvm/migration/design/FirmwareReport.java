package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** Does the firmware announce the pages that it shares? */
public enum FirmwareReport implements SwitchValue {
    /** It does. */
    ANNOUNCES("announces",
            "OVMF announces each page, and sets SevLiveMigrationEnabled",
            "edk2 series for SEV live migration (2021), not merged"),
    /** It does not. */
    SILENT("silent",
            "OVMF shares pages without a hypercall, and sets no variable",
            "upstream edk2");

    /** Does the firmware announce the pages that it shares? */
    public static final Switch<FirmwareReport> SWITCH = new Switch<>("firmware-report",
            "Does the firmware announce the pages that it shares?",
            FirmwareReport.class, ANNOUNCES);

    private final Text text;

    FirmwareReport(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
