package org.exitrace.scenarios.schedule;

import java.util.List;

/** The keys of a schedule file. */
final class ScheduleKeys {

    static final String FORMAT = "format";
    static final String SCENARIO = "scenario";
    static final String MACHINE = "machine";
    static final String DESIGN = "design";
    static final String SETTING = "setting";
    static final String PROFILE = "profile";
    static final String SEED = "seed";
    static final String BREAKS = "breaks";
    static final String FINGERPRINT = "fingerprint";
    static final String STEPS = "steps";
    static final String CHECKPOINTS = "checkpoints";
    static final String STEP = "step";
    static final String CHANGED = "changed";

    static final List<String> FILE = List.of(FORMAT, SCENARIO, MACHINE, DESIGN, SETTING, PROFILE,
            SEED, BREAKS, FINGERPRINT, STEPS, CHECKPOINTS);
    static final List<String> CHECKPOINT = List.of(STEP, FINGERPRINT, CHANGED);

    private ScheduleKeys() {
    }
}
