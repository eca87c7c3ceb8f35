package org.exitrace.vtl.protocol.guestids;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.protocol.design.ProtocolRule;
import org.exitrace.vtl.protocol.design.ProtocolRules;

/** The kernels of all VTLs of a partition, each on a processor of its own. */
public final class GuestIdsRoom {

    /** What its designs answer. */
    public static final List<Switch<?>> SWITCHES = ProtocolRule.choices(
            ProtocolRule.IDS_PER_VTL, ProtocolRule.IDS_PER_VTL);

    private static final String HAZARD = "docs/vtl.md d.4 R11";

    private GuestIdsRoom() {
    }

    /** A room with a kernel for each of {@code levels} VTLs. */
    public static void furnish(ModelBuilder model, int levels, int others) {
        boolean own = ProtocolRules.of(model.design()).keep(ProtocolRule.IDS_PER_VTL);
        List<NamedGuest> guests = new ArrayList<>();
        GuestMsrs msrs = own ? null : new GuestMsrs(model.region("partition"), levels);
        for (int vtl = 0; vtl < levels; vtl++) {
            String name = "vtl" + vtl;
            GuestMsrs used = own ? new GuestMsrs(model.region(name + ".msrs"), levels) : msrs;
            NamedGuest guest = new NamedGuest(model.region(name), used, vtl + 1);
            guests.add(guest);
            model.program(name, guest, NamedGuest.routine());
        }
        model.never("I-15", "a VTL reads a GUEST_OS_ID that another one wrote",
                guests, guest -> guest.renamed.isSet())
                .because("private state of a VTL is what that VTL wrote").from("docs/vtl.md I-15");
        model.never("page-lost", "a VTL's hypercall page is gone because another VTL went down",
                guests, guest -> guest.lost.isSet())
                .because("its next hypercall raises #UD").from(HAZARD);
        model.reachable("through", "each kernel is through", () ->
                guests.stream().allMatch(guest -> guest.through.isSet()));
    }
}
