package org.exitrace.psp.host;

import java.util.EnumSet;
import java.util.Set;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Identity;
import org.exitrace.psp.firmware.KeyStore;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SevState;

/**
 * The file {@code init_ex_path} in which the driver keeps what INIT_EX keeps in memory: it reads
 * it before INIT_EX, and writes it behind each command that can have changed the keys. That it is
 * read before each INIT_EX is from memory. Source: docs/sev-firmware.md, f.3.
 */
public final class KeyFile extends Region {

    private static final Set<CommandId> CHANGE_KEYS = EnumSet.of(CommandId.INIT_EX,
            CommandId.PLATFORM_RESET, CommandId.PEK_GEN, CommandId.PDH_GEN,
            CommandId.PEK_CERT_IMPORT);

    /** What stands in it. */
    public final EnumCell<KeyStore.Content> content =
            cells().choice("content", KeyStore.Content.class);
    /** The keys in it; dead unless {@link KeyStore.Content#KEYS}. */
    public final Identity identity = new Identity(cells());
    /** {@code sev_init_ex_buffer}: the driver that runs has been told of the file. */
    public final FlagCell inUse = cells().flag("in_use");
    /** Some driver was told of it. */
    public final FlagCell used = ghost().flag("used");

    /** Declares it in {@code scope}: the driver was not told of it, nothing stands in it. */
    KeyFile(CellScope scope) {
        super(scope);
    }

    /** Reads it into {@code memory}, since the driver is to use it. */
    void load(KeyStore memory) {
        inUse.raise();
        used.raise();
        memory.content.become(content.get());
        memory.identity.take(identity);
    }

    /** Overwrites it with something that are no keys. */
    public void lose(KeyStore.Content other) {
        content.become(other);
        identity.clear();
    }

    /** Where the driver uses it, and {@code command} can have changed the keys: writes it. */
    static void write(Block<HostThread> code, CommandId command) {
        code.given(CHANGE_KEYS.contains(command), changes -> changes
                .when(thread -> thread.succeeded() && thread.driver.keyFile.inUse.isSet(),
                        used -> used.step("write sev_init_ex_buffer to init_ex_path",
                                thread -> thread.driver.keyFile.save(thread.machine.keyMemory))
                                .costs("driver.copy")));
    }

    private void save(KeyStore memory) {
        content.become(memory.content.get());
        identity.take(memory.identity);
    }

    /** Whether the firmware works with keys from its memory, and other ones stand in the file. */
    boolean isBehind(Firmware firmware) {
        return used.isSet() && firmware.platform.keysInMemory.isSet()
                && !firmware.platform.sev.is(SevState.UNINIT)
                && !(content.is(KeyStore.Content.KEYS)
                        && identity.isLike(firmware.platform.identity));
    }
}
