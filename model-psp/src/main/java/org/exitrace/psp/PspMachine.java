package org.exitrace.psp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.design.AsidBitmap;
import org.exitrace.psp.design.CommandWait;
import org.exitrace.psp.design.DeactivateLock;
import org.exitrace.psp.design.GuestError;
import org.exitrace.psp.design.InitOrder;
import org.exitrace.psp.design.InitRetry;
import org.exitrace.psp.design.IommuPages;
import org.exitrace.psp.design.KdumpInit;
import org.exitrace.psp.design.MitigationAttribute;
import org.exitrace.psp.design.PanicNotifier;
import org.exitrace.psp.design.RmpGuard;
import org.exitrace.psp.design.RmpRest;
import org.exitrace.psp.design.StagingPage;
import org.exitrace.psp.design.StatusIoctl;
import org.exitrace.psp.design.VcpuCreation;
import org.exitrace.psp.design.VcpuLock;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.GuestPromises;
import org.exitrace.psp.firmware.PlatformPromises;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.firmware.SnpPromises;
import org.exitrace.psp.guest.GuestThread;
import org.exitrace.psp.host.DriverState;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.InterruptHandler;
import org.exitrace.psp.host.Mailbox;
import org.exitrace.psp.host.MailboxPromises;
import org.exitrace.psp.host.SecureProcessor;
import org.exitrace.psp.script.GuestOperations;
import org.exitrace.psp.script.HostOperations;
import org.exitrace.psp.spec.HostSetting;

/**
 * A machine with a PSP and host threads that give it commands, and the one factory of such.
 *
 * @param model what can happen
 * @param firmware what the firmware knows in the state that is loaded
 * @param driver what the drivers know
 * @param processor what runs the firmware
 */
public record PspMachine(
        Model model, Firmware firmware, DriverState driver, SecureProcessor processor) {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES =
            List.of(CommandWait.SWITCH, DeactivateLock.SWITCH, AsidBitmap.SWITCH,
                    InitOrder.SWITCH, InitRetry.SWITCH, GuestError.SWITCH, StagingPage.SWITCH,
                    MitigationAttribute.SWITCH, PanicNotifier.SWITCH, KdumpInit.SWITCH,
                    RmpGuard.SWITCH, RmpRest.SWITCH, IommuPages.SWITCH, StatusIoctl.SWITCH,
                    VcpuLock.SWITCH, VcpuCreation.SWITCH);

    /** All cost and delay keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS = List.of("driver.access", "driver.copy",
            "driver.register", "driver.wake", "driver.probe-timeout", "driver.cmd-timeout",
            "irq.delivery", "psp.access", "psp.copy", "psp.command", "psp.flush", "psp.hash",
            "psp.hang", "cpu.wbinvd", "cpu.rmp");

    /** The usual design: Linux as it is today. */
    public static Design usualDesign() {
        return Design.usual(SWITCHES);
    }

    /**
     * A machine in its first state.
     *
     * @param shape what kind of machine it is
     * @param threads what its host threads do, by their number from 0
     * @param design the value of each switch
     */
    public static Model of(
            PspShape shape, Map<Integer, Script<HostThread>> threads, Design design) {
        return assemble(shape, threads, design).model();
    }

    /** The same, with the firmware's cells for who asks what is so in a state. */
    public static PspMachine assemble(
            PspShape shape, Map<Integer, Script<HostThread>> threads, Design design) {
        return assemble(shape, threads, new TreeMap<>(), design);
    }

    /**
     * The same with SNP guests that do something of themselves.
     *
     * @param guests what the guest does whose context is in that page
     */
    public static PspMachine assemble(
            PspShape shape, Map<Integer, Script<HostThread>> threads,
            Map<Integer, Script<GuestThread>> guests, Design design) {
        FirmwareBounds bounds = shape.bounds();
        ModelBuilder model = new ModelBuilder("psp", design);
        Firmware firmware = new Firmware(model, bounds);
        shape.start().begin(firmware);
        firmware.settings.set.initially(settings(design));
        Mailbox mailbox = new Mailbox(model.region("mailbox"), firmware.staging);
        DriverState driver = new DriverState(model.region("driver"), bounds);
        driver.initialized.initially(shape.start() != PlatformStart.OFF);
        SecureProcessor psp =
                new SecureProcessor(model.region("processor"), mailbox, driver, firmware);
        model.program(model.actor("psp"), psp, psp.counter,
                SecureProcessor.loop(new Commands(bounds)));
        InterruptHandler irq = new InterruptHandler(model.region("irq"), mailbox, driver);
        model.program(model.actor("irq"), irq, irq.counter, InterruptHandler.loop());
        driver.kernel.interruptsBy(irq.counter);
        SharedWords words = new SharedWords(model.region("memory"));
        new TreeMap<>(threads).forEach((number, script) -> {
            String name = "host" + number;
            HostThread thread =
                    new HostThread(model.region(name), mailbox, driver, words, firmware);
            driver.kernel.runs(thread, script
                    .on(HostOperations.all(bounds, shape.faults(), design))
                    .runBy(model, model.actor(name), thread).counter());
        });
        new TreeMap<>(guests).forEach((page, script) -> {
            String name = "guest" + page;
            GuestThread guest = new GuestThread(model.region(name), page, words, firmware);
            driver.kernel.runs(null, script.on(GuestOperations.all(bounds, design))
                    .runBy(model, model.actor(name), guest).counter());
        });
        if (shape.faults().hang()) {
            hang(model, psp);
        }
        MailboxPromises.declare(model, mailbox, driver, firmware);
        promise(model, firmware);
        return new PspMachine(model.build(), firmware, driver, psp);
    }

    private static void hang(ModelBuilder model, SecureProcessor psp) {
        model.on(model.actor("fault"), psp).step("the PSP hangs").costs("psp.hang")
                .when(running -> !running.counter.isIdle())
                .then(running -> running.counter.stop());
    }

    /** What the design says of firmware and hardware, as settings that never change. */
    private static long settings(Design design) {
        long settings = 0;
        if (design.get(RmpGuard.SWITCH) == RmpGuard.NONE) {
            settings |= 1L << HostSetting.RMP_UNGUARDED.ordinal();
        }
        if (design.get(IommuPages.SWITCH) == IommuPages.HYPERVISOR) {
            settings |= 1L << HostSetting.OLD_INTERFACE.ordinal();
        }
        return settings;
    }

    /** What the firmware promises, whoever gives it commands. */
    public static void promise(ModelBuilder model, Firmware firmware) {
        PlatformPromises.declare(model, firmware);
        GuestPromises.declare(model, firmware);
        SnpPromises.declare(model, firmware);
    }
}
