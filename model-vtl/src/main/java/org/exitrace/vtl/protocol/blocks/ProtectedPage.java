package org.exitrace.vtl.protocol.blocks;

import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;
import org.exitrace.vtl.protocol.section.GracePeriod;
import org.exitrace.vtl.protocol.section.ReadSection;

/** A page of which VTL 1 takes rights from VTL 0, once. */
final class ProtectedPage extends Region {

    /** The right to read. */
    static final int READ = 0;
    /** The right to write. */
    static final int WRITE = 1;

    private static final long BOTH = 1 << READ | 1 << WRITE;

    /** What VTL 0 may. */
    final BitsCell rights = cells().bits("rights", 2).named("R", "W").initially(BOTH);
    /** Those that the host has asked for, and not used yet. */
    final ReadSection srcu;
    private final GracePeriod period;
    /** The hypercall that changes the protection has returned. */
    final FlagCell returned = ghost().flag("protected");

    ProtectedPage(CellScope scope) {
        super(scope);
        srcu = new ReadSection(scope.in("srcu"), 1);
        period = srcu.period(scope.in("synchronize_srcu"));
    }

    /** VTL 1 of another processor. */
    static Routine<ProtectedPage> protection(ProtocolRules rules) {
        return Routine.named("protects", "docs/vtl.md d.3 1E", code -> {
            code.either("rights of VTL 0", ways -> {
                ways.when("takes the right to write", it -> true, it ->
                        it.rights.become(1 << READ));
                ways.when("takes all rights", it -> true, it -> it.rights.clear());
            });
            code.given(rules.keep(ProtocolRule.ACCESS_AWAITED), waits ->
                    GracePeriod.await(waits, it -> it.period));
            code.step("returns", it -> it.returned.raise());
        });
    }
}
