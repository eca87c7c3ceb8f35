package org.exitrace.kvm.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * What a VM's guest physical memory is: slots of one page each, page n in slot n; which pages are
 * private; what is mapped into the guest; the guest_memfd and which slots it has bound.
 */
public final class VmMemory extends Region {

    /** How far {@code mmu_invalidate_seq} is counted; it begins again behind that. */
    public static final int MOST_SEQUENCE = 7;

    /** Slots that exist. */
    public final BitsCell slots;
    /** Slots with KVM_MEM_READONLY. */
    public final BitsCell readOnly;
    /** Slots with KVM_MEM_GUEST_MEMFD. */
    public final BitsCell fromGmem;
    /** Pages that are private by KVM_SET_MEMORY_ATTRIBUTES. */
    public final BitsCell privatePages;
    /** {@code mmu_invalidate_seq}. */
    public final CountCell sequence = cells().count("mmu_invalidate_seq", MOST_SEQUENCE);
    /** {@code mmu_invalidate_in_progress}. */
    public final FlagCell invalidating = cells().flag("mmu_invalidate_in_progress");
    /** What is mapped, by page. */
    public final List<EnumCell<Mapping>> mapped;
    /** The guest_memfd's descriptor is open; it has a reference to the VM. */
    public final FlagCell gmemOpen = cells().flag("guest_memfd");
    /** The slots that the guest_memfd has bound: it keeps pointers to them. */
    public final BitsCell bindings;

    /** Pages of the guest_memfd whose folio is marked as prepared for the guest. */
    public final BitsCell prepared;
    /** All pages of the guest_memfd are one folio. */
    public final FlagCell isHuge = cells().flag("huge");

    /** Declares it in {@code scope}. */
    public VmMemory(CellScope scope, HostBounds bounds) {
        super(scope);
        int most = Math.max(1, bounds.slots());
        slots = cells().bits("slots", most);
        readOnly = cells().bits("readonly", most);
        fromGmem = cells().bits("gmem", most);
        privatePages = cells().bits("private", most);
        bindings = cells().bits("bindings", most);
        prepared = cells().bits("prepared", most);
        List<EnumCell<Mapping>> pages = new ArrayList<>();
        for (int page = 0; page < most; page++) {
            pages.add(cells().choice("mapped" + page, Mapping.class));
        }
        mapped = List.copyOf(pages);
    }

    /** What is mapped of page {@code page} is so no more. */
    public void unmap(int page) {
        mapped.get(page).clear();
    }

    /** The folio of page {@code page} is marked as prepared. */
    public void markPrepared(int page) {
        if (isHuge.isSet()) {
            prepared.become((1L << mapped.size()) - 1);
        } else {
            prepared.add(page);
        }
    }

    /** Whoever looked before must look again. */
    public void bumpSequence() {
        sequence.become(sequence.is(MOST_SEQUENCE) ? 0 : sequence.get() + 1);
    }

    /** Whether page {@code page} is mapped as what it is not. */
    public boolean isStale(int page) {
        return !mapped.get(page).is(Mapping.NONE) && invalidating.isClear()
                && mapped.get(page).is(Mapping.PRIVATE) != privatePages.has(page);
    }

    /** Forgets all with the VM; the guest_memfd has ended before. */
    void free() {
        slots.clear();
        readOnly.clear();
        fromGmem.clear();
        privatePages.clear();
        sequence.clear();
        invalidating.clear();
        mapped.forEach(EnumCell::clear);
        prepared.clear();
        isHuge.clear();
    }

    /** How a page is mapped. */
    public enum Mapping {
        /** Not at all. */
        NONE,
        /** As one that the host shares. */
        SHARED,
        /** As the guest's own. */
        PRIVATE
    }
}
