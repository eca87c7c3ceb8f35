package org.exitrace.psp.command;

import org.exitrace.engine.routine.Block;
import org.exitrace.psp.firmware.Firmware;

/** A piece of what handles a command. */
interface Part {

    /** Writes it at the end of {@code code}. */
    void write(Block<Firmware> code);
}
