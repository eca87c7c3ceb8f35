package org.exitrace.vtl.protocol.guestids;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The kernel of a VTL, which starts, looks at its MSRs, and ends by a kexec. */
final class NamedGuest extends Region {

    private final GuestMsrs msrs;
    private final int id;
    /** It reads another id than its own. */
    final FlagCell renamed = ghost().flag("renamed");
    /** Its hypercall page is gone. */
    final FlagCell lost = ghost().flag("lost page");
    final FlagCell through = cells().flag("through");

    NamedGuest(CellScope scope, GuestMsrs msrs, int id) {
        super(scope);
        this.msrs = msrs;
        this.id = id;
    }

    static Routine<NamedGuest> routine() {
        return Routine.named("kernel", "docs/vtl.md d.4 R11", code -> {
            code.step("writes GUEST_OS_ID", it -> it.msrs.name(it.id));
            code.step("enables HYPERCALL", it -> it.msrs.hypercallPage.raise());
            code.step("reads GUEST_OS_ID", it ->
                    it.renamed.become(!it.msrs.guestOsId.is(it.id)));
            code.step("calls by its page", it -> it.lost.become(it.msrs.hypercallPage.isClear()));
            code.step("kexec: GUEST_OS_ID = 0", it -> {
                it.msrs.name(0);
                it.through.raise();
            });
        });
    }
}
