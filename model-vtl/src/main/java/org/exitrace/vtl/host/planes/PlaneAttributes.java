package org.exitrace.vtl.host.planes;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.call.PageSpan;
import org.exitrace.vtl.host.HostSite;
import org.exitrace.vtl.host.mmu.Attributes;
import org.exitrace.vtl.state.Guest;
import org.exitrace.vtl.state.PageRights;
import org.exitrace.vtl.state.VtlCosts;

/** Each plane has attributes of its own: one look-up, by the page. */
final class PlaneAttributes implements Attributes<PlaneVcpu> {

    private final PageRights attributes;
    private final Guest guest;

    PlaneAttributes(HostSite site) {
        guest = site.guest();
        attributes = PageRights.all(site.model().region("planes"), "attributes", site.bounds(),
                guest.memory.roles());
    }

    @Override
    public void read(Block<PlaneVcpu> code) {
        code.step("look up the attributes of the plane", vcpu -> vcpu.fault().found.finds(
                        vcpu.vtl().view().in(attributes, vcpu.vtl().view().faultPage.get())))
                .costs(VtlCosts.ACCESS);
    }

    @Override
    public void write(Block<PlaneVcpu> code, int vtl, PageSpan span) {
        code.step("store the attributes of plane " + vtl, any -> {
            for (int page = span.first(); page < span.first() + span.count(); page++) {
                guest.vtl(0, vtl).view().follows(attributes, page);
            }
        }).costs(VtlCosts.ACCESS);
    }
}
