package org.exitrace.kvm.mirrorvmm;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** The guest's memory as far as the mirror needs it, and one RAM block that comes or goes. */
final class GuestMemory extends Region {

    /** OVMF, with the mirror's entry inside. */
    final EnumCell<PageUse> ovmf = cells().choice("ovmf", PageUse.class);
    /** The stand-alone binary. */
    final EnumCell<PageUse> binary = cells().choice("binary", PageUse.class);
    /** Stack and page tables that OVMF's driver reserves for the entry. */
    final EnumCell<PageUse> stack = cells().choice("stack", PageUse.class);
    /** The RAM block has memory behind it. */
    final FlagCell block = cells().flag("block.memory");
    /** The VMM's list of RAM blocks has it. */
    final FlagCell listed = cells().flag("block.listed");
    /** The main VM has a memory slot for it. */
    final FlagCell mainSlot = cells().flag("block.slot");
    /** The mirror has. */
    final FlagCell mirrorSlot = cells().flag("block.mirror_slot");

    GuestMemory(CellScope scope, boolean withBlock, boolean ownSlots) {
        super(scope);
        block.initially(withBlock);
        listed.initially(withBlock);
        mainSlot.initially(withBlock);
        mirrorSlot.initially(withBlock && ownSlots);
    }

    /** OVMF, or whoever boots, takes memory that is not reserved. */
    void reuseStack() {
        if (stack.is(PageUse.MADE)) {
            stack.become(PageUse.OVERWRITTEN);
        }
    }
}
