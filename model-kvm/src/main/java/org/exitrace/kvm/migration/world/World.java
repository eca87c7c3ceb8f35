package org.exitrace.kvm.migration.world;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.migration.spec.GuestKind;
import org.exitrace.kvm.migration.spec.PageType;

/** A guest with its pages, and the memories of the two hosts between which it moves. */
public final class World {

    /** The VM. */
    public final Vm vm;
    /** The pages as the guest thinks of them. */
    public final List<GuestPage> pages = new ArrayList<>();
    /** The source's memory. */
    public final List<HostPage> source = new ArrayList<>();
    /** The destination's memory. */
    public final List<HostPage> destination = new ArrayList<>();
    /** What of the guest is encrypted. */
    public final GuestKind kind;

    /** Declares a guest of that kind with so many pages, and fills them as the launch does. */
    public World(ModelBuilder model, GuestKind kind, int pageCount) {
        this.kind = kind;
        vm = new Vm(model.region("vm"));
        PageType first = kind.isSev() ? PageType.PRIVATE : PageType.SHARED;
        for (int i = 0; i < pageCount; i++) {
            GuestPage page = new GuestPage(model.region("page[" + i + "]"), i);
            page.type.initially(first);
            page.writtenAs.initially(first);
            page.counted.initially(true);
            pages.add(page);
            HostPage here = new HostPage(model.region("source.page[" + i + "]"));
            here.stored.initially(Stored.by(first, Place.SOURCE));
            here.known.initially(first);
            source.add(here);
            destination.add(new HostPage(model.region("destination.page[" + i + "]")));
        }
    }

    /** That page in the memory of the host on which the guest runs. */
    public HostPage here(int page) {
        return (vm.hasArrived() ? destination : source).get(page);
    }

    /** The guest gives the page new contents, through its page table; the dirty log sees it. */
    public void write(int number) {
        GuestPage page = pages.get(number);
        page.version.increment();
        page.writtenAs.become(page.type.get());
        page.counted.raise();
        HostPage memory = here(number);
        memory.hold(Stored.by(page.type.get(), vm.place.get()), page.version.get());
        memory.misread.clear();
        if (vm.logging.isSet()) {
            memory.dirty.raise();
        }
    }

    /** Whether the guest's loads give what it wrote last. */
    public boolean readsWhatItWrote(GuestPage page) {
        HostPage memory = here(page.number());
        return isReadable(page) && memory.version.is(page.version.get());
    }

    /** Whether the guest's loads do not give noise. */
    public boolean isReadable(GuestPage page) {
        return here(page.number()).stored.is(Stored.by(page.type.get(), vm.place.get()));
    }

    /**
     * The page is read as {@code type} on the source, sent, and laid down on the destination. A
     * private page is decrypted with the source's key and encrypted with the destination's; the
     * bytes of a shared one are copied as they are.
     */
    public void send(int number, PageType type) {
        HostPage from = source.get(number);
        HostPage to = destination.get(number);
        if (type == PageType.SHARED) {
            to.hold(from.stored.get(), from.version.get());
        } else {
            to.holdAgain(from, Stored.SOURCE_KEY, Stored.DESTINATION_KEY);
        }
        to.misread.become(!from.stored.is(Stored.by(type, Place.SOURCE)));
    }

    /** The guest goes on at its destination; what the source holds is nobody's any more. */
    public void arrive() {
        vm.place.become(Place.DESTINATION);
        vm.stop.clear();
        vm.logging.clear();
        vm.watched.clear();
        vm.zeroSeen.clear();
        source.forEach(HostPage::forget);
    }

    /** What was sent counts for nothing; the guest goes on where it is. */
    public void stay() {
        vm.stop.clear();
        vm.logging.clear();
        vm.watched.clear();
        vm.zeroSeen.clear();
        source.forEach(page -> page.dirty.clear());
        destination.forEach(HostPage::forget);
    }
}
