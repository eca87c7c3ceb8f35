package org.exitrace.vtl.machine;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.vtl.state.Partition;
import org.exitrace.vtl.state.Vp;

/** Which VTLs there are, in each state: whoever changes the sets, by whatever call. */
final class PartitionPromises {

    private PartitionPromises() {
    }

    /** Of a machine in which some virtual processor may be without a VTL of the machine. */
    static void active(ModelBuilder model, List<Vp> vps) {
        model.never("I-03", "a virtual processor is in a VTL that it does not have", vps,
                Vp::isInNoVtlOfItsOwn)
                .because("nobody has given that VTL its initial context there")
                .from("docs/vtl.md I-03");
    }

    /** Of a machine whose guest changes those sets, or looks at them. */
    static void declare(ModelBuilder model, List<Vp> vps, Partition partition) {
        model.never("I-01", "VTL0 is not enabled", vps, partition::lacksVtl0)
                .because("there is no partition without it").from("docs/vtl.md I-01");
        model.never("I-02", "a virtual processor has a VTL that the partition has not", vps,
                partition::isExceeded)
                .because("nobody decides what that VTL may").from("docs/vtl.md I-02");
        model.never("I-05", "a VTL is enabled that is above MaximumVtl, or has mode-based execution"
                + " control and is not enabled or not capable of it", partition::isBeyondMaximum)
                .because("no virtual processor can have what the partition says that it has")
                .from("docs/vtl.md I-05");
    }
}
