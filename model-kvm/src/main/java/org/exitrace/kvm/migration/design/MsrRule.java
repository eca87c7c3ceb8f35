package org.exitrace.kvm.migration.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What does a write of the migration MSR do? */
public enum MsrRule implements SwitchValue {
    /** KVM does not know it. */
    FILTER("filter",
            "user space handles the MSR if its filter has it; else it is unknown"
            + " and faults",
            "msr.rst; api.rst, KVM_X86_SET_MSR_FILTER (5.14)"),
    /** Unchecked. */
    IGNORED("ignored",
            "without SEV the write is ignored in silence; with SEV it is taken"
            + " unchecked",
            "kvm list, RFC v10 (February 2021)"),
    /** Checked. */
    CHECKED("checked",
            "#GP without SEV, without the CPUID bit, or with a reserved bit",
            "kvm list, review of RFC v10, patch 12/16 (February 2021)"),
    /** An exit that needs no filter. */
    FORCED_EXIT("forced-exit",
            "#GP without SEV or CPUID bit; else an exit to user space as if"
            + " filtered",
            "kvm list, MSR patch thread of 2021-04-06"),
    /** First draft. */
    DRAFT_NON_ZERO("draft-non-zero",
            "#GP with a reserved bit, and for a value other than 0 without the"
            + " CPUID bit",
            "kvm list, first draft of MSR_KVM_MIGRATION_CONTROL (2021)"),
    /** Second draft. */
    DRAFT_CPUID("draft-cpuid",
            "#GP without the CPUID bit, whatever the value",
            "kvm list, second draft of MSR_KVM_MIGRATION_CONTROL (2021); reserved"
            + " bits: own reading"),
    /** Third draft. */
    DRAFT_DEFAULT("draft-default",
            "only the default is taken: 0 where memory is encrypted, 1 where not",
            "kvm list, third draft of MSR_KVM_MIGRATION_CONTROL (2021)");

    /** What does a write of the migration MSR do? */
    public static final Switch<MsrRule> SWITCH = new Switch<>("migration-msr",
            "What does a write of the migration MSR do?",
            MsrRule.class, FILTER);

    private final Text text;

    MsrRule(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
