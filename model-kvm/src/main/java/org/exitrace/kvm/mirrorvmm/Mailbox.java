package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * Two pages at a fixed address that VMM and mirror share unencrypted: 0x820000 in the series of
 * 2021. A request is told by its number, which stands for what and for which page.
 */
final class Mailbox extends Region {

    /** How many requests a machine can make. */
    static final int MOST_REQUESTS = 2;

    /** {@code go}: there is a request. */
    final FlagCell go = cells().flag("go");
    /** {@code done}: it was answered. */
    final FlagCell done = cells().flag("done");
    /** {@code cmd_type}, {@code gpa}: the request; 0 for none. */
    final CountCell request = cells().count("request", MOST_REQUESTS);
    /** {@code ret} and the page for data: whose answer lies there; 0 for none. */
    final CountCell answer = cells().count("answer", MOST_REQUESTS);

    Mailbox(CellScope scope) {
        super(scope);
    }
}
