package org.exitrace.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario files of somebody's own. */
final class OwnScenario {

    static final String LOST_WAKE_UP = """
            format: 1
            scenario: own/lost-wake-up
            title: An AP is woken before it has parked
            about: The lost wake-up, told again in a file that is not in the catalogue.
            sources: [made up]
            machine:
              kind: ap-boot
              story: power-on
            designs:
              original:
                expect: {broken: [L7, lost-wake-up, S-13, X-3, deadlock]}
                explore: true
              repaired:
                switches: {sipi-hook: latched, hold-with-events: parks-for-init}
                expect: verified
                explore: true
            """;

    /** Without a LAPIC in the kernel, KVM refuses every state but RUNNABLE. */
    static final String WRONG_ANSWER = """
            format: 1
            scenario: own/wrong-answer
            title: A script that is answered otherwise
            about: The script expects what KVM refuses.
            sources: [made up]
            machine: {kind: ap-boot, story: scripted, lapic: user}
            programs:
              ap1-vmm:
                - {op: KVM_SET_MP_STATE, state: HALTED, expect: OK}
            designs:
              today: {expect: verified, explore: true}
            """;

    private OwnScenario() {
    }

    static Path in(Path folder) {
        return in(folder, "own.yaml", LOST_WAKE_UP);
    }

    /** Takes far longer to search than any test waits. */
    static Path endless(Path folder) {
        return in(folder, "endless.yaml", LOST_WAKE_UP
                .replace("story: power-on", "story: power-on\n  aps: 4\n  rounds: 3\n  nmis: 3"));
    }

    static Path in(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
