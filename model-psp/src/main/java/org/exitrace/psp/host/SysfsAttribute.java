package org.exitrace.psp.host;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.psp.spec.CommandId;

/**
 * The attribute {@code verify_mitigation}: who writes to it holds a reference for as long as the
 * write lasts, and who removes it waits until the last reference is gone.
 */
public final class SysfsAttribute extends Region {

    private static final String SOURCE = "fs/kernfs; LKML 2026, SNP_VERIFY_MITIGATION";
    private static final int MOST_USERS = 3;

    /** It can be opened. */
    public final FlagCell there = cells().flag("there");

    private final CountCell users = cells().count("users", MOST_USERS);

    /** Declares it in {@code scope}. */
    SysfsAttribute(CellScope scope) {
        super(scope);
    }

    /** A write to it: the firmware is asked, under the driver's mutex. */
    static Routine<HostThread> store(Driver driver) {
        return Routine.named("verify_mitigation_store", SOURCE, code -> code
                .test("takes a reference", SysfsAttribute::enter, yes -> yes
                        .call(driver.give(CommandId.SNP_VERIFY_MITIGATION, thread -> { }))
                        .step("drops the reference",
                                thread -> thread.driver.attribute.users.decrement())
                        .costs("driver.access"))
                .costs("driver.access"));
    }

    private static boolean enter(HostThread thread) {
        SysfsAttribute attribute = thread.driver.attribute;
        if (attribute.there.isSet()) {
            attribute.users.increment();
            return true;
        }
        thread.result.become(HostThread.ENODEV);
        return false;
    }

    /** Nobody gets a reference any more; waits for those who have one. */
    static Routine<HostThread> remove() {
        return Routine.named("sysfs_remove_file", SOURCE, code -> code
                .test("verify_mitigation: gives no more references",
                        thread -> thread.driver.attribute.there.testAndClear(),
                        removed -> removed.await("the last reference is gone",
                                thread -> thread.driver.attribute.users.is(0))
                                .costs("driver.wake"))
                .costs("driver.access"));
    }
}
