package org.exitrace.ghcb.linux;

import org.exitrace.engine.model.ModelBuilder;

/** What an operating system's bring-up relies on. */
final class OsPromises {

    private OsPromises() {
    }

    static void declare(ModelBuilder model, BringUpMemory memory, int aps) {
        model.atRest("online", "each AP has come alive, if late",
                () -> alive(memory) == aps)
                .because("Linux waits ten seconds for an AP and then goes on without it")
                .from("docs/ap-boot.md L1; kernel/cpu.c");
        model.never("strayed", "an AP leaves its park for anything but the OS's start-up code",
                () -> !memory.strayed.isEmpty())
                .because("the jump table holds 0000:0000 until the OS has written both words")
                .from("docs/ap-boot.md R5 3b (reading)");
        model.reachable("all-online", "all APs come online", () -> alive(memory) == aps)
                .from("docs/ap-boot.md e.2 T9 to T11");
    }

    private static int alive(BringUpMemory memory) {
        return Long.bitCount(memory.alive.get());
    }
}
