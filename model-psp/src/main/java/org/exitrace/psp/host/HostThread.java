package org.exitrace.psp.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.GuestExit;
import org.exitrace.psp.spec.RmpAnswer;
import org.exitrace.psp.spec.Status;

/** A thread of the host kernel that gives commands. */
public final class HostThread extends Region {

    /** {@code -EBUSY}: the PSP counts as dead, or no staging page is free. */
    public static final String EBUSY = "EBUSY";
    /** {@code -ETIMEDOUT}: no answer in time. */
    public static final String ETIMEDOUT = "ETIMEDOUT";
    /** {@code -ENODEV}: there is no such thing. */
    public static final String ENODEV = "ENODEV";
    /** The memory map says that the page is not to be used. */
    public static final String RESERVED = "RESERVED";
    /** {@code -EFAULT}: the staging page does not become the firmware's, or not the host's. */
    public static final String EFAULT = "EFAULT";

    /** What its last operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", results());
    /** The handle of the guest that it made last; 0 for none. */
    public final CountCell mine;
    /** The ASID that KVM found for its guest; 0 for none. */
    public final CountCell asid;
    /** What its last command gave beside a status and a handle; 0 for nothing. */
    public final WordCell answer = cells().word("answer");
    /** The measurement for which the guest's owner sent it a secret; 0 for none. */
    public final WordCell secret = cells().word("secret");
    /** KVM's side of the one guest with virtual CPUs; null in a machine without pages. */
    final Kvm kvm;
    /** The mailbox. */
    public final Mailbox mailbox;
    /** What the drivers keep. */
    public final DriverState driver;
    /** Words by which scripted threads wait for each other. */
    public final SharedWords words;
    /** The machine, for the hardware that instructions reach. */
    public final Firmware machine;

    /** Declares the thread's cells in {@code scope}. */
    public HostThread(
            CellScope scope, Mailbox mailbox, DriverState driver, SharedWords words,
            Firmware machine) {
        super(scope);
        this.mailbox = mailbox;
        this.driver = driver;
        this.kvm = driver.kvm;
        this.words = words;
        this.machine = machine;
        mine = cells().count("mine", machine.bounds.handles());
        asid = cells().count("asid", machine.bounds.asids());
    }

    /** All that a command can give: a status of the firmware, or an errno of the driver. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Status status : Status.values()) {
            words.add(status.name());
        }
        words.add(EBUSY);
        words.add(ETIMEDOUT);
        words.add(ENODEV);
        words.add(EFAULT);
        return words;
    }

    private static List<String> results() {
        List<String> results = new ArrayList<>(words());
        results.add(RESERVED);
        for (RmpAnswer answer : RmpAnswer.values()) {
            if (answer != RmpAnswer.SUCCESS) {
                results.add(answer.name());
            }
        }
        for (GuestExit.Outcome outcome : GuestExit.Outcome.values()) {
            results.add(outcome.name());
        }
        return results;
    }

    /** There was nothing to do. */
    void succeed() {
        result.become(Status.SUCCESS.name());
    }

    /** Whether its last command succeeded. */
    public boolean succeeded() {
        return result.is(Status.SUCCESS.name());
    }
}
