package org.exitrace.vtl.call;

import org.exitrace.engine.routine.Block;
import org.exitrace.vtl.design.HypervisorBug;
import org.exitrace.vtl.state.Breach;
import org.exitrace.vtl.state.Vtl;
import org.exitrace.vtl.state.VtlBounds;

/** Reads the id of the local APIC of the VTL that asks, which is that of its virtual processor. */
public record ReadApicId() implements PartitionInstruction {

    @Override
    public <S> void answer(Block<S> code, CallSite<S> site) {
        boolean whole = site.design().get(HypervisorBug.SWITCH) == HypervisorBug.SHOWS_GROUP;
        code.local(thread -> {
            Vtl caller = site.caller(thread);
            int vcpu = caller.vp().number() + caller.number() * VtlBounds.MOST_VPS;
            int id = whole ? vcpu : caller.lapic.id();
            if (id != caller.vp().apicId()) {
                site.guest().note(Breach.APIC_OF_OTHERS);
            }
            caller.result.become(Integer.toString(id));
        });
    }
}
