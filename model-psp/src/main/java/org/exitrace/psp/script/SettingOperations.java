package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.firmware.KeyStore;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.spec.HostSetting;

/** What makes a host unusual. */
final class SettingOperations {

    private static final String SOURCE = "docs/sev-firmware.md, a.2";
    private static final String NONE = "none";
    private static final String FLASH = "flash";
    private static final String MEMORY = "memory";
    private static final String FILE = "file";

    private SettingOperations() {
    }

    /** Sets a setting of the host, or takes it back. */
    static Operation<HostThread> hostSetting() {
        List<String> set = new ArrayList<>(List.of(NONE));
        List<String> clear = new ArrayList<>(List.of(NONE));
        for (HostSetting setting : HostSetting.values()) {
            set.add(setting.word());
            if (setting != HostSetting.SNP_ENABLED) {
                clear.add(setting.word());
            }
        }
        return Operation.<HostThread>named("host-setting",
                        "sets up the host in an unusual way, or in the usual way again",
                        thread -> thread.result)
                .from(SOURCE)
                .takes(Parameter.word("set", set, "what is unusual from now on").usually(NONE),
                        Parameter.word("clear", clear, "what is usual again; SNPEn stays set until"
                                + " the machine is reset").usually(NONE))
                .does(given -> Routine.<HostThread>named("host-setting", SOURCE, code -> code
                        .step("sets " + given, thread -> change(thread, given))
                        .costs("driver.access")));
    }

    private static void change(HostThread thread, Arguments given) {
        for (HostSetting setting : HostSetting.values()) {
            if (setting.word().equals(given.word("set"))) {
                thread.machine.settings.set.add(setting.ordinal());
            }
            if (setting.word().equals(given.word("clear"))) {
                thread.machine.settings.set.remove(setting.ordinal());
            }
        }
    }

    /** Writes something that are no keys to where keys are kept. */
    static Operation<HostThread> storedKeys() {
        return Operation.<HostThread>named("stored-keys", "overwrites the keys that are kept in"
                        + " flash, in the memory that INIT_EX names, or in the driver's file",
                        thread -> thread.result)
                .from(SOURCE)
                .takes(Parameter.word("in", List.of(FLASH, MEMORY, FILE), "where").usually(FLASH),
                        Parameter.word("become", List.of("corrupt", "empty"), "with what"))
                .does(given -> Routine.<HostThread>named("stored-keys", SOURCE, code -> code
                        .step("writes " + given, thread -> overwrite(thread, given))
                        .costs("driver.access")));
    }

    private static void overwrite(HostThread thread, Arguments given) {
        var become = KeyStore.Content.valueOf(given.word("become").toUpperCase(Locale.ROOT));
        switch (given.word("in")) {
            case FLASH -> thread.machine.flash.lose(become);
            case MEMORY -> thread.machine.keyMemory.lose(become);
            default -> thread.driver.keyFile.lose(become);
        }
    }
}
