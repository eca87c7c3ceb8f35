package org.exitrace.kvm.migration.world;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.migration.spec.PageType;

/** A page as the guest thinks of it. */
public final class GuestPage extends Region {

    /** The last version that a page can have; a guest that writes more often is too long. */
    public static final int VERSIONS = 7;

    /** Its C-bit in the guest's page table. */
    public final EnumCell<PageType> type = cells().choice("type", PageType.class);
    /** What the guest wrote last. */
    public final CountCell version = cells().count("version", VERSIONS);
    /** As what type the guest wrote it. */
    public final EnumCell<PageType> writtenAs = cells().choice("written_as", PageType.class);
    /** The guest counts on what it wrote, as long as the page has the type of then. */
    public final FlagCell counted = cells().flag("counted_on");
    /** The guest has changed the type, and not yet announced it. */
    public final FlagCell converting = cells().flag("converting");
    /** A vCPU that works on pages of its choice has taken this one: a lock of the guest. */
    public final FlagCell taken = cells().flag("taken");

    private final int number;

    /** Declares the cells of page {@code number} in {@code scope}. */
    GuestPage(CellScope scope, int number) {
        super(scope);
        this.number = number;
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** Whether the guest may read it now and rely on what it reads. */
    public boolean isCountedOn() {
        return counted.isSet() && writtenAs.is(type.get());
    }
}
