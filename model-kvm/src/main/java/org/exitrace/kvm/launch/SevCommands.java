package org.exitrace.kvm.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.spec.SevCommandId;

/** All sub-commands of KVM_MEMORY_ENCRYPT_OP that are modelled. A new group is named here. */
public final class SevCommands {

    private SevCommands() {
    }

    /** All that a host of that size can be given, in the order of their numbers. */
    public static List<SevCommand> all(HostBounds bounds) {
        return all().stream().filter(command -> bounds.pages() > 0 || !command.needsPages())
                .filter(command -> bounds.slots() > 0
                        || command.id() != SevCommandId.SNP_LAUNCH_UPDATE).toList();
    }

    /** All of them, in the order of their numbers. */
    public static List<SevCommand> all() {
        List<SevCommand> all = new ArrayList<>();
        all.addAll(GuestInit.all());
        all.addAll(Launch.all());
        all.addAll(VmsaUpdate.all());
        all.addAll(DataCommands.all());
        all.addAll(Reports.all());
        all.addAll(Debugging.all());
        all.addAll(Transport.all());
        all.addAll(PlainCommands.all());
        all.addAll(Unimplemented.all());
        all.addAll(SnpLaunch.all());
        all.addAll(SnpUpdate.all());
        all.addAll(SnpFinish.all());
        all.sort(Comparator.comparing(SevCommand::id));
        return List.copyOf(all);
    }
}
