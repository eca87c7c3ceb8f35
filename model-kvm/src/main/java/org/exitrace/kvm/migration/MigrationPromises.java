package org.exitrace.kvm.migration;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.migration.world.GuestPage;
import org.exitrace.kvm.migration.world.Vcpu;
import org.exitrace.kvm.migration.world.World;

/** What host and guest promise each other about a migration. */
final class MigrationPromises {

    private static final String DOC = "docs/live-migration.md";

    private MigrationPromises() {
    }

    static void declare(ModelBuilder model, World world, List<Vcpu> vcpus, boolean offered) {
        declarePages(model, world);
        model.never("kill-switch", "the guest calls although user space does not offer the feature",
                () -> !offered && world.vm.called.isSet())
                .because("user space decides what its guests see")
                .from(DOC + " B-93; review of RFC v10, patch 12/16");
        model.never("bad-write-faults", "a write of the MSR that must fault is accepted",
                world.vm.accepted::isSet)
                .because("a guest that was not offered the feature would never find out")
                .from(DOC + " B-93");
        model.never("can-migrate", "a guest that reports all its pages is not migrated",
                world.vm.refused::isSet)
                .because("nothing has changed that could stand in the way")
                .from(DOC + ", CPU offline; own reading");
        model.never("hypercall-result", "a hypercall that was carried out gives an error",
                vcpus, vcpu -> vcpu.failedForNothing.isSet())
                .because("the guest would take a page for what it is not").from(DOC + " B-98");
        model.never("continues", "the guest begins anew at its destination",
                world.vm.restarted::isSet)
                .because("a migration is not a reset").from(DOC + " B-97");
    }

    private static void declarePages(ModelBuilder model, World world) {
        model.never("contents", "a page arrives without the contents that the guest gave it last",
                world.pages, page -> world.vm.hasArrived() && page.isCountedOn()
                        && !world.readsWhatItWrote(page))
                .because("to the guest a migration is nothing but a pause").from(DOC);
        model.never("type", "a page arrives without the type that the guest gave it last",
                world.pages, page -> isMistaken(world, page))
                .because("the next migration would read it as what it is not")
                .from(DOC + "; S-34 and S-35 of docs/ghcb.md");
        model.never("read-as-it-is", "what arrived of a page was read as the wrong type",
                world.pages, page -> isMisread(world, page))
                .because("the wrong key makes noise, and no key ciphertext").from(DOC);
    }

    /** A guest that has not said that it announced all is not migrated, so that nobody minds. */
    private static boolean isMistaken(World world, GuestPage page) {
        return world.vm.hasArrived() && world.vm.reports.isSet() && page.converting.isClear()
                && !world.here(page.number()).known.is(page.type.get());
    }

    /** Pages that the guest has not counted on are read as anything, and nobody minds. */
    private static boolean isMisread(World world, GuestPage page) {
        return world.vm.hasArrived() && page.isCountedOn()
                && world.here(page.number()).misread.isSet();
    }
}
