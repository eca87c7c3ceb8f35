package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.Driver;
import org.exitrace.psp.host.HostThread;

/** All that a host thread can be told to do: each command, and WBINVD. */
public final class HostOperations {

    private HostOperations() {
    }

    /** The operations in a machine of that size. */
    public static List<Operation<HostThread>> all(FirmwareBounds bounds) {
        List<Operation<HostThread>> all = new ArrayList<>();
        for (Handler handler : new Commands(bounds).all()) {
            if (bounds.pages() > 0
                    || handler.arguments().stream().noneMatch(Argument::needsPages)) {
                all.add(command(handler, bounds));
            }
        }
        all.add(wbinvd(bounds));
        all.add(OwnerOperations.sealSecret());
        all.add(SettingOperations.hostSetting());
        all.add(SettingOperations.storedKeys());
        return List.copyOf(all);
    }

    private static Operation<HostThread> command(Handler handler, FirmwareBounds bounds) {
        List<Parameter> parameters = new ArrayList<>();
        for (Argument argument : handler.arguments()) {
            parameters.addAll(CommandArguments.of(argument, bounds));
        }
        if (!handler.flaws().isEmpty()) {
            parameters.addAll(CommandArguments.flaws(handler));
        }
        return Operation.<HostThread>named(handler.command().name(),
                        "gives the command to the firmware and waits for its answer",
                        thread -> thread.result)
                .from(handler.source())
                .takes(parameters.toArray(Parameter[]::new))
                .gives(HostThread.words().toArray(String[]::new))
                .does(arguments -> Driver.give(handler.command(),
                        thread -> CommandArguments.write(handler, arguments, thread)));
    }

    private static Operation<HostThread> wbinvd(FirmwareBounds bounds) {
        return Operation.<HostThread>named("wbinvd-on-all-cpus",
                        "has each core execute WBINVD, one after the other",
                        thread -> thread.result)
                .from("APM volume 3, WBINVD")
                .does(arguments -> writeBack(arguments, bounds));
    }

    private static Routine<HostThread> writeBack(Arguments arguments, FirmwareBounds bounds) {
        return Routine.named("wbinvd_on_all_cpus", "arch/x86/lib/cache-smp.c", code -> {
            for (int ccx = 0; ccx < bounds.ccxs(); ccx++) {
                for (int core = 0; core < bounds.coresPerCcx(); core++) {
                    int here = ccx;
                    int who = core;
                    code.step("WBINVD on core " + core + " of ccx " + ccx,
                            thread -> thread.machine.ccxs.get(here).wbinvdDone.add(who))
                            .costs("cpu.wbinvd");
                }
            }
        });
    }
}
