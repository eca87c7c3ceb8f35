package org.exitrace.scenarios;

import java.util.List;
import org.exitrace.scenarios.apboot.ApBootKind;
import org.exitrace.scenarios.ghcb.GhcbKind;
import org.exitrace.scenarios.kvmhost.KvmHostKind;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineKinds;
import org.exitrace.scenarios.migration.MigrationKind;
import org.exitrace.scenarios.mirrorvmm.MirrorVmmKind;
import org.exitrace.scenarios.psp.PspKind;
import org.exitrace.scenarios.stations.StationsKind;
import org.exitrace.scenarios.svsm.SvsmKind;
import org.exitrace.scenarios.vtl.VtlKind;
import org.exitrace.scenarios.vtl.VtlProtocolKind;

/** The kinds of machine that come with Exitrace. A new kind is named here. */
public final class KnownMachines {

    private static final List<MachineKind> ALL = List.of(new ApBootKind(), new PspKind(),
            new KvmHostKind(), new MigrationKind(), new MirrorVmmKind(), new GhcbKind(),
            new SvsmKind(), new VtlKind(), new VtlProtocolKind(), new StationsKind());

    private KnownMachines() {
    }

    /** All of them. */
    public static MachineKinds all() {
        return new MachineKinds(ALL);
    }
}
