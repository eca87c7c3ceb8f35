package org.exitrace.psp.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.Status;

/** All commands of a firmware. */
public final class Commands {

    private static final String SOURCE = "SEV firmware, f.2";

    private final Map<CommandId, Handler> handlers = new EnumMap<>(CommandId.class);

    /** The commands of a machine of that size. */
    public Commands(FirmwareBounds bounds) {
        List<Handler> all = new ArrayList<>();
        all.addAll(Init.all(bounds));
        all.addAll(Shutdown.all(bounds));
        all.addAll(PlatformKeys.all());
        all.addAll(Updates.all());
        all.addAll(Questions.all());
        all.add(RingBuffer.handler());
        all.addAll(SnpInit.all(bounds));
        all.addAll(SnpShutdown.all(bounds));
        all.addAll(Flush.all(bounds));
        all.addAll(Activation.all(bounds));
        all.addAll(GuestCommands.all());
        all.addAll(GuestStart.all());
        all.addAll(LaunchUpdate.all(bounds));
        all.addAll(LaunchEnd.all(bounds));
        all.addAll(Sending.all());
        all.addAll(Receiving.all(bounds));
        all.addAll(GuestMemory.all(bounds));
        all.addAll(Swapping.all());
        all.addAll(SnpContexts.all(bounds));
        all.addAll(SnpLaunch.all(bounds));
        all.addAll(SnpActivation.all(bounds));
        all.addAll(SnpDebug.all());
        all.addAll(SnpSwap.all());
        all.addAll(SnpPages.all());
        all.addAll(SnpGuestRequest.all(bounds));
        all.add(unknown(CommandId.DLFW_CONTINUE));
        for (Handler handler : all) {
            if (handlers.put(handler.command(), handler) != null) {
                throw new IllegalArgumentException(handler.command() + " is handled twice");
            }
        }
    }

    /** Those that are handled, in the order of their numbers. */
    public List<Handler> all() {
        return List.copyOf(handlers.values());
    }

    /** The handler of {@code command}; of a command that the firmware does not know, a refusal. */
    public Handler handler(CommandId command) {
        Handler known = handlers.get(command);
        return known != null ? known : unknown(command);
    }

    private static Handler unknown(CommandId command) {
        return Handler.of(command, SOURCE)
                .refuse("unknown", Status.INVALID_COMMAND,
                        "the firmware does not know it, or keeps it for itself", fw -> true);
    }

    /**
     * Looks whether the command that was given is handled at all: ring mode drops it and ends,
     * behind a failed update only an update is handled. That both come before the page of the
     * buffer is our reading.
     */
    public static Routine<Firmware> admit() {
        return Routine.named("psp", SOURCE, code -> {
            code.when(fw -> fw.platform.ring.isSet(), ring -> ring.done(fw -> {
                fw.platform.ring.clear();
                fw.status.become(Status.RB_MODE_EXITED);
            }));
            code.when(Commands::isShut, shut -> shut.done(
                    fw -> fw.status.become(Status.INVALID_COMMAND)));
        });
    }

    /** Handles the command that the firmware holds a copy of. */
    public Routine<Firmware> handle() {
        List<Consumer<Block<Firmware>>> ways = new ArrayList<>();
        for (CommandId command : CommandId.values()) {
            Routine<Firmware> routine = handler(command).routine();
            ways.add(way -> way.call(routine));
        }
        return Routine.named("psp", SOURCE,
                code -> code.select(fw -> fw.commandId.get().ordinal(), ways));
    }

    private static boolean isShut(Firmware fw) {
        return fw.platform.onlyUpdate.isSet()
                && !fw.commandId.is(CommandId.SNP_DOWNLOAD_FIRMWARE_EX);
    }
}
