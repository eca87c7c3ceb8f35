package org.exitrace.kvm.launch;

import java.util.ArrayList;
import java.util.List;

/** All sub-commands of KVM_MEMORY_ENCRYPT_OP that are modelled. A new group is named here. */
public final class SevCommands {

    private SevCommands() {
    }

    /** All of them, in the order of their numbers. */
    public static List<SevCommand> all() {
        List<SevCommand> all = new ArrayList<>();
        all.addAll(GuestInit.all());
        all.addAll(Launch.all());
        all.addAll(VmsaUpdate.all());
        all.addAll(PlainCommands.all());
        all.sort(java.util.Comparator.comparing(SevCommand::id));
        return List.copyOf(all);
    }
}
