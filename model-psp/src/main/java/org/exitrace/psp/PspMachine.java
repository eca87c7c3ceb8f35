package org.exitrace.psp;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.script.Script;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.PlatformStart;
import org.exitrace.psp.host.HostThread;
import org.exitrace.psp.host.Mailbox;
import org.exitrace.psp.host.SecureProcessor;
import org.exitrace.psp.script.HostOperations;

/**
 * A machine with a PSP and host threads that give it commands, and the one factory of such.
 *
 * @param model what can happen
 * @param firmware what the firmware knows in the state that is loaded
 */
public record PspMachine(Model model, Firmware firmware) {

    /** All questions that designs of such a machine answer. */
    public static final List<Switch<?>> SWITCHES = List.of();

    /** All cost and delay keys that steps of such a machine name. */
    public static final List<String> TIMING_KEYS = List.of("driver.access", "psp.access",
            "psp.copy", "psp.command", "psp.flush", "psp.hash", "cpu.wbinvd");

    /**
     * A machine in its first state.
     *
     * @param bounds how much of everything it has
     * @param threads what its host threads do, by their number from 0
     * @param design the value of each switch
     */
    public static Model of(
            FirmwareBounds bounds, Map<Integer, Script<HostThread>> threads, Design design) {
        return assemble(bounds, PlatformStart.OFF, threads, design).model();
    }

    /**
     * The same, with the firmware's cells for who asks what is so in a state.
     *
     * @param start how far the platform has come in the first state
     */
    public static PspMachine assemble(FirmwareBounds bounds, PlatformStart start,
            Map<Integer, Script<HostThread>> threads, Design design) {
        ModelBuilder model = new ModelBuilder("psp", design);
        Firmware firmware = new Firmware(model, bounds);
        start.begin(firmware);
        Mailbox mailbox = new Mailbox(model.region("mailbox"), bounds);
        SecureProcessor psp = new SecureProcessor(model.region("processor"), mailbox, firmware);
        model.program(model.actor("psp"), psp, psp.counter,
                SecureProcessor.loop(new Commands(bounds)));
        new TreeMap<>(threads).forEach((number, script) -> {
            String name = "host" + number;
            HostThread thread = new HostThread(model.region(name), mailbox, firmware);
            script.on(HostOperations.all(bounds)).runBy(model, model.actor(name), thread);
        });
        return new PspMachine(model.build(), firmware);
    }
}
