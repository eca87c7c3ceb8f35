package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.SnpState;
import org.exitrace.psp.spec.Status;

/** How the platform is initialised and shut down. */
final class PlatformCommands {

    private static final String SOURCE = "SEV firmware, a.2";

    private PlatformCommands() {
    }

    static List<Handler> all() {
        return List.of(init());
    }

    private static Handler init() {
        return Handler.of(CommandId.INIT, SOURCE)
                .takes(Argument.ES)
                .refuse("platform", Status.INVALID_PLATFORM_STATE, "sev.state is not UNINIT",
                        fw -> !fw.platform.sev.is(SevState.UNINIT))
                .does(PlatformCommands::begin)
                .moves(new Move("platform", SevState.UNINIT, SevState.INIT));
    }

    private static void begin(Firmware fw) {
        fw.platform.sev.become(SevState.INIT);
        fw.platform.es.become(fw.command.options.has(0));
        if (fw.platform.snp.is(SnpState.UNINIT)) {
            fw.asids.forEach(row -> row.become(AsidUse.DIRTY));
            fw.ccxs.forEach(ccx -> {
                ccx.asidValid.clear();
                ccx.wbinvdDone.clear();
            });
        }
    }
}
