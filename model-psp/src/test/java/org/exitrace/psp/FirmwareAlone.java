package org.exitrace.psp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.command.Commands;
import org.exitrace.psp.command.Handler;
import org.exitrace.psp.firmware.CommandCells;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.spec.CommandId;

/** Firmware without a mailbox: it handles commands one after the other, some of them wrongly. */
public final class FirmwareAlone {

    private final FirmwareBounds bounds;
    private final List<Consumer<Block<Firmware>>> commands = new ArrayList<>();
    private Firmware firmware;

    /** It is given no command so far. */
    public FirmwareAlone(FirmwareBounds bounds) {
        this.bounds = bounds;
    }

    /** Next it handles {@code command} as it should. */
    public FirmwareAlone handle(CommandId command, Consumer<CommandCells> given) {
        return handle(new Commands(bounds).handler(command), given);
    }

    /** Next it handles the command of {@code handler} as that says. */
    public FirmwareAlone handle(Handler handler, Consumer<CommandCells> given) {
        int number = commands.size();
        commands.add(code -> code
                .step("give " + handler.command() + " as command " + number, fw -> {
                    fw.commandId.become(handler.command());
                    given.accept(fw.command);
                })
                .call(handler.routine())
                .local(fw -> {
                    fw.forgetCommand();
                }));
        return this;
    }

    /** Next all cores execute WBINVD. */
    public FirmwareAlone wbinvd() {
        return does(firmware -> firmware.ccxs.forEach(
                ccx -> ccx.wbinvdDone.become((1L << bounds.coresPerCcx()) - 1)));
    }

    /** Next somebody else does something. */
    public FirmwareAlone does(Consumer<Firmware> effect) {
        int number = commands.size();
        commands.add(code -> code.step("somebody acts before command " + number, effect));
        return this;
    }

    /** The cells of the model that was built last. */
    public Firmware firmware() {
        return firmware;
    }

    /** The model of all that. */
    public Model model() {
        ModelBuilder model = new ModelBuilder("firmware", Design.usual(List.of()));
        firmware = new Firmware(model, bounds);
        Standing standing = new Standing(model.region("processor"));
        model.program(model.actor("psp"), firmware, standing.counter, Routine.named(
                "psp", "a test", code -> commands.forEach(command -> command.accept(code))));
        PspMachine.promise(model, firmware);
        return model.build();
    }

    /** The ids of what it breaks. */
    public List<String> broken() {
        return new Exploration(model()).checked().go().broken().stream()
                .map(verdict -> verdict.property().id()).toList();
    }

    private static final class Standing extends Region {
        private final ProgramCounter counter = new ProgramCounter(cells(), "at");

        Standing(CellScope scope) {
            super(scope);
        }
    }
}
