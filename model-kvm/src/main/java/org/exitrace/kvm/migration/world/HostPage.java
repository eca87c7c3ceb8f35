package org.exitrace.kvm.migration.world;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.migration.spec.PageType;

/** A page of guest memory on one host: what is in it, and what the host knows of it. */
public final class HostPage extends Region {

    /** How its contents are encrypted. */
    public final EnumCell<Stored> stored = cells().choice("stored", Stored.class);
    /** Which contents; 0 too where they are noise. */
    public final CountCell version = cells().count("version", GuestPage.VERSIONS);
    /** What type the host thinks it has: KVM's list or bitmap, or the VMM's own. */
    public final EnumCell<PageType> known = cells().choice("known", PageType.class);
    /** KVM's dirty log has it, or the VMM wants to send it again. */
    public final FlagCell dirty = cells().flag("dirty");
    /** What is here was read, on the other host, as what it was not. */
    public final FlagCell misread = cells().ghost().flag("misread");

    /** Declares the page's cells in {@code scope}. */
    public HostPage(CellScope scope) {
        super(scope);
    }

    /** Contents as they lie in memory. */
    public void hold(Stored how, int which) {
        stored.become(how);
        version.become(how == Stored.NOISE ? 0 : which);
    }

    /** The same contents under another key; noise where they were not under {@code old}. */
    void holdAgain(HostPage other, Stored old, Stored now) {
        hold(other.stored.is(old) ? now : Stored.NOISE, other.version.get());
    }

    /** Nobody looks at it any more. */
    void forget() {
        stored.clear();
        version.clear();
        known.clear();
        dirty.clear();
        misread.clear();
    }
}
