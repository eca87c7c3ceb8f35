package org.exitrace.psp.script;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.WordOperations;
import org.exitrace.psp.command.Argument;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.design.CommandWait;
import org.exitrace.psp.design.StagingPage;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.host.Driver;
import org.exitrace.psp.host.HostFaults;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.KvmLaunch;
import org.exitrace.psp.host.Wbinvd;
import org.exitrace.psp.spec.Status;

/** All that a host thread can be told to do: each command, WBINVD, and what drivers do. */
public final class HostOperations {

    private static final String HAND_OVER = "hand-over";

    private HostOperations() {
    }

    /** The operations in a machine of that size, with that driver. */
    public static List<Operation<HostThread>> all(
            FirmwareBounds bounds, HostFaults faults, Design design) {
        Driver driver = new Driver(faults.timeouts()
                && design.get(CommandWait.SWITCH) == CommandWait.TIMEOUT,
                design.get(StagingPage.SWITCH) == StagingPage.HANDED);
        List<Operation<HostThread>> all = new ArrayList<>();
        for (Handler handler : new Commands(bounds).all()) {
            if (bounds.pages() > 0
                    || handler.arguments().stream().noneMatch(Argument::needsPages)) {
                all.add(command(handler, bounds, driver));
            }
        }
        all.add(named("wbinvd-on-all-cpus",
                "has each core execute WBINVD, one after the other")
                .from("arch/x86/lib/cache-smp.c").does(Wbinvd.onAllCpus(bounds)));
        all.addAll(DriverOperations.all(bounds, driver, design));
        all.addAll(KernelOperations.all(bounds, driver, design));
        all.addAll(AsidOperations.all(bounds, driver, design));
        if (bounds.pages() > 0) {
            all.addAll(KvmOperations.all(bounds, new KvmLaunch(driver, design)));
            all.addAll(RmpOperations.all(bounds));
            all.addAll(RequestOperations.all(bounds, driver));
        }
        all.add(OwnerOperations.sealSecret());
        all.add(SettingOperations.hostSetting());
        all.add(SettingOperations.storedKeys());
        all.addAll(WordOperations.of("host", "driver.access",
                thread -> thread.words, thread -> thread.result));
        return List.copyOf(all);
    }

    private static Operation<HostThread> command(
            Handler handler, FirmwareBounds bounds, Driver driver) {
        List<Parameter> parameters = new ArrayList<>();
        for (Argument argument : handler.arguments()) {
            parameters.addAll(CommandArguments.of(argument, bounds));
        }
        if (!handler.flaws().isEmpty()) {
            parameters.addAll(CommandArguments.flaws(handler));
        }
        boolean copiedBack = handler.command().isCopiedBack();
        if (copiedBack) {
            parameters.add(Parameter.flag(HAND_OVER, "while SNP is on, the driver gives its page"
                    + " to the firmware").usually(true));
        }
        return named(handler.command().name(),
                "gives the command to the firmware and waits for its answer")
                .from(handler.source())
                .takes(parameters.toArray(Parameter[]::new))
                .gives(gives(handler))
                .does(arguments -> driver.give(handler.command(),
                        thread -> CommandArguments.write(handler, arguments, thread),
                        !copiedBack || arguments.flag(HAND_OVER)));
    }

    /** What the command can come to: also where it is not looked at, or never answered. */
    private static String[] gives(Handler handler) {
        Set<Status> statuses = EnumSet.of(
                Status.SUCCESS, Status.INVALID_COMMAND, Status.RB_MODE_EXITED);
        handler.refusals().forEach(refusal -> statuses.add(refusal.status()));
        if (handler.command().isCopiedBack()) {
            statuses.add(Status.FW_INTERNAL);
        }
        List<String> words = new ArrayList<>();
        statuses.forEach(status -> words.add(status.name()));
        words.add(HostThread.EBUSY);
        words.add(HostThread.ETIMEDOUT);
        if (handler.command().isCopiedBack()) {
            words.add(HostThread.EFAULT);
        }
        return words.toArray(String[]::new);
    }

    static Operation.Text<HostThread> named(String name, String meaning) {
        return Operation.named(name, meaning, thread -> thread.result);
    }
}
