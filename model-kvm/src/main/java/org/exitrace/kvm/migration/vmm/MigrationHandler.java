package org.exitrace.kvm.migration.vmm;

import org.exitrace.engine.routine.ProgramCounter;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.migration.spec.PageType;

/**
 * Code in the guest that reads private pages for the VMM: a vCPU of a mirror, or one of the guest's
 * own that its operating system does not know. Its twin at the destination lays the page down.
 */
public final class MigrationHandler extends Region {

    /** Where it is in its loop. */
    public final ProgramCounter counter = new ProgramCounter(cells(), "at");
    /** It has left the guest because the VM is stopped; a mirror's never does. */
    public final FlagCell away = cells().flag("away");
    private final Vmm vmm;

    /** Declares its cells in {@code scope}. */
    public MigrationHandler(CellScope scope, Vmm vmm) {
        super(scope);
        this.vmm = vmm;
    }

    /** Waits for a page that is asked for, and encrypts it for the wire. */
    public static Routine<MigrationHandler> loop() {
        return Routine.named("handler", "edk2-devel RFC, confidential live migration (2021)",
                code -> code.forever(body -> body
                        .await("reads the page and encrypts it for the wire",
                                MigrationHandler::isAsked, MigrationHandler::read)
                        .costs("handler.page").mayRest()));
    }

    private boolean isAsked() {
        return !vmm.asked.isNone() && away.isClear();
    }

    private void read() {
        vmm.world.send(vmm.asked.get(), PageType.PRIVATE);
        vmm.asked.clear();
    }

    /** Whether the VM's stop is not yet his. */
    public boolean mustLeave() {
        return vmm.world.vm.stop.isSet() && away.isClear();
    }

    /** Whether the VM runs again. */
    public boolean mayEnter() {
        return vmm.world.vm.stop.isClear() && away.isSet();
    }
}
