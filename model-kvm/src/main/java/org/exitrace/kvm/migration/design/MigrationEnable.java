package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When does a guest that was started by EFI say that it can be migrated? */
public enum MigrationEnable implements SwitchValue {
    /** If its firmware says so. */
    EFI_VARIABLE("efi-variable",
            "a late initcall reads SevLiveMigrationEnabled; only a value other than"
            + " 0 enables",
            "arch/x86/kernel/kvm.c, setup_efi_kvm_sev_migration (5.16)"),
    /** Always. */
    UNCONDITIONAL("unconditional",
            "at the kernel's start, whatever the firmware did",
            "kvm list, first RFC (2020): enabled at boot");

    /** When does a guest that was started by EFI say that it can be migrated? */
    public static final Switch<MigrationEnable> SWITCH = new Switch<>("migration-enable",
            "When does a guest that was started by EFI say that it can be migrated?",
            MigrationEnable.class, EFI_VARIABLE);

    private final Text text;

    MigrationEnable(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
