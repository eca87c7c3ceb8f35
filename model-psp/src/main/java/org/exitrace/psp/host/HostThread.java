package org.exitrace.psp.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.Status;

/** A thread of the host kernel that gives commands. */
public final class HostThread extends Region {

    /** What its last operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", words());
    /** The handle of the guest that it made last; 0 for none. */
    public final CountCell mine;
    /** What its last command gave beside a status and a handle; 0 for nothing. */
    public final WordCell answer = cells().word("answer");
    /** The measurement for which the guest's owner sent it a secret; 0 for none. */
    public final WordCell secret = cells().word("secret");
    /** The mailbox that it shares with others. */
    public final Mailbox mailbox;
    /** The machine, for the hardware that instructions reach. */
    public final Firmware machine;

    /** Declares the thread's cells in {@code scope}. */
    public HostThread(CellScope scope, Mailbox mailbox, Firmware machine) {
        super(scope);
        this.mailbox = mailbox;
        this.machine = machine;
        mine = cells().count("mine", machine.bounds.handles());
    }

    /** All that a command can give. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Status status : Status.values()) {
            words.add(status.name());
        }
        return words;
    }
}
