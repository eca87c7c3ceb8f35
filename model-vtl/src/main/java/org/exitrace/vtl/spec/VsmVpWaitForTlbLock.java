package org.exitrace.vtl.spec;

/**
 * HvRegisterVsmVpWaitForTlbLock: a paravisor lets a level wait; hvdef alone has it.
 *
 * <p>Source: docs/vtl.md a.3.
 */
public final class VsmVpWaitForTlbLock {

    /** Wait until no lock is held. */
    public static final BitField WAIT = BitField.bit("Wait", 0).unpublished();

    /** All of it. */
    public static final RegisterLayout LAYOUT = new RegisterLayout(WAIT);

    private VsmVpWaitForTlbLock() {
    }
}
