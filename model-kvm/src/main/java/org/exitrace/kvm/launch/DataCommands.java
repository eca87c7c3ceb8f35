package org.exitrace.kvm.launch;

import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.region.RegionRange;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.psp.spec.CommandId;

/**
 * LAUNCH_UPDATE_DATA and LAUNCH_SECRET: user space's pages are pinned and given to the firmware.
 * Pages that follow each other in user space do not in memory: each is a command of its own, and
 * those before a failure stay encrypted.
 */
final class DataCommands {

    private DataCommands() {
    }

    static List<SevCommand> all() {
        return List.of(
                SevCommand.of(SevCommandId.LAUNCH_UPDATE_DATA,
                        "encrypts memory in place and measures it",
                        call -> Launch.device(pinned(call), call), DataCommands::update)
                        .takingOf(bounds -> List.of(page(bounds), count(bounds),
                                RegionRange.parameter())),
                SevCommand.of(SevCommandId.LAUNCH_SECRET, "injects a secret of the owner",
                        DataCommands::secretChecks, DataCommands::secret)
                        .takingOf(bounds -> List.of(page(bounds), RegionRange.parameter(),
                                Parameter.flag("contiguous", "the pages follow each other in"
                                        + " memory").usually(true),
                                Parameter.word("bound-to", List.of("measurement", "other"),
                                        "what the owner bound the secret to")
                                        .usually("measurement"))));
    }

    static Parameter page(HostBounds bounds) {
        return Parameter.number("page", 0, bounds.pages() - 1L, "the first page").usually(0)
                .boundedBy("pages: " + bounds.pages());
    }

    private static Parameter count(HostBounds bounds) {
        return Parameter.number("count", 1, bounds.pages(), "how many pages").usually(1)
                .boundedBy("pages: " + bounds.pages());
    }

    private static Checks pinned(SevCall call) {
        return RegionRange.of(call.arguments().word("range")).pinning(SevChecks.sevGuest(call));
    }

    private static Routine<KvmThread> update(SevCall call) {
        int first = call.arguments().number("page");
        int behind = Math.min(call.bounds().pages(), first + call.arguments().number("count"));
        return Routine.named("sev_launch_update_data", "docs/kvm-host.md b", code -> {
            for (int page = first; page < behind; page++) {
                int each = page;
                code.when(KvmThread::isFine, more -> more.step("LAUNCH_UPDATE_DATA", thread ->
                        give(call, thread, CommandId.LAUNCH_UPDATE_DATA, each))
                        .costs("psp.command"));
            }
        });
    }

    private static void give(SevCall call, KvmThread thread, CommandId command, int page) {
        int handle = call.sev(thread).handle.get();
        thread.heed(thread.host.psp.give(command, buffer -> {
            buffer.handle.become(handle);
            buffer.page.become(page);
            buffer.pages.become(1);
        }));
    }

    private static Checks secretChecks(SevCall call) {
        Checks pages = pinned(call).refuseGiven(
                call.arguments().word("contiguous").equals("false"), "contiguous", Errno.EINVAL,
                "the pages do not follow each other in memory", thread -> true);
        return Launch.device(SevChecks.blob(pages, call), call);
    }

    private static Routine<KvmThread> secret(SevCall call) {
        boolean bound = call.arguments().word("bound-to").equals("measurement");
        return Routine.named("sev_launch_secret", "docs/kvm-host.md b", code -> code
                .step("LAUNCH_UPDATE_SECRET", thread -> {
                    int handle = call.sev(thread).handle.get();
                    long measurement = handle == 0 ? 0
                            : thread.host.firmware.guests.get(handle - 1).measurement.get();
                    thread.heed(thread.host.psp.give(CommandId.LAUNCH_SECRET, buffer -> {
                        buffer.handle.become(handle);
                        buffer.page.become(call.arguments().number("page"));
                        buffer.boundTo.become(bound ? measurement : ~measurement);
                    }));
                }).costs("psp.command"));
    }
}
