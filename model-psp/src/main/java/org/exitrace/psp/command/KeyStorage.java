package org.exitrace.psp.command;

import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Identity;
import org.exitrace.psp.firmware.KeyStore;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.Status;

/**
 * How the platform's keys are read and saved. They are written and read back; if that differs,
 * the place is erased. That commands other than INIT then answer HARDWARE_PLATFORM, as INIT does,
 * is our reading: it is told of INIT alone.
 */
final class KeyStorage {

    private KeyStorage() {
    }

    /** Whether INIT_EX names memory for the keys. */
    static boolean namesMemory(Firmware fw) {
        return !fw.command.area.is(CommandCells.NO_AREA);
    }

    /** Where INIT finds the keys. */
    static KeyStore named(Firmware fw) {
        return namesMemory(fw) ? fw.keyMemory : fw.flash;
    }

    /** Where an initialised platform saves its keys. */
    static KeyStore current(Firmware fw) {
        return fw.platform.keysInMemory.isSet() ? fw.keyMemory : fw.flash;
    }

    /** What is saved does not read back; then nothing is left there. */
    static void saved(Handler handler) {
        handler.refuse("save", Status.HARDWARE_PLATFORM,
                        "what is saved does not read back as it was written",
                        fw -> fw.settings.has(HostSetting.SAVE_FAILS))
                .leaving(fw -> current(fw).lose(KeyStore.Content.EMPTY));
    }

    /** INIT: keys that are there, and new ones in place of those that are not. */
    static void load(Firmware fw) {
        KeyStore from = named(fw);
        Identity identity = fw.platform.identity;
        if (from.content.is(KeyStore.Content.KEYS)) {
            identity.take(from.identity);
        } else {
            identity.pek.become(fw.entropy.draw());
            identity.pdh.become(fw.entropy.draw());
        }
    }
}
