package org.exitrace.kvm.host;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/** What the kernel did that it must never do; the model goes on as if nothing had happened. */
public final class Oops extends Region {

    /** It followed a null pointer. */
    public final FlagCell nullPointer = ghost().flag("null pointer");
    /** It used memory that was given back. */
    public final FlagCell useAfterFree = ghost().flag("use after free");
    /** It gave a reference back that it did not have. */
    public final FlagCell doublePut = ghost().flag("double put");
    /** It gave a CPU mask up without freeing it. */
    public final FlagCell leakedMask = ghost().flag("leaked mask");
    /** It gave pages back that a CPU may still write old ciphertext to. */
    public final FlagCell staleLines = ghost().flag("stale lines");
    /** It gave one ASID to two VMs. */
    public final FlagCell sharedAsid = ghost().flag("shared asid");

    /** It ran an SEV guest with a VMCB of a plain one. */
    public final FlagCell plainVmcb = ghost().flag("plain vmcb");
    /** It ran a mirror whose context was gone. */
    public final FlagCell lostContext = ghost().flag("lost context");

    /** It gave a VM up whose regions are pinned. */
    public final FlagCell leakedPins = ghost().flag("leaked pins");
    /** Two threads wrote one list of mirrors at once. */
    public final FlagCell tornList = ghost().flag("torn list");
    /** It warned of something that user space did. */
    public final FlagCell warning = ghost().flag("warning");
    /** It encrypted the state of a vCPU a second time. */
    public final FlagCell encryptedTwice = ghost().flag("encrypted twice");

    /** It had the firmware write behind the end of a pinned page. */
    public final FlagCell wroteBeyond = ghost().flag("wrote beyond");
    /** It gave other bytes than it was asked for. */
    public final FlagCell wrongBytes = ghost().flag("wrong bytes");

    /** It did not tell of something that it can. */
    public final FlagCell untold = ghost().flag("untold");

    /** It wrote into memory that user space may only read. */
    public final FlagCell wroteReadOnly = ghost().flag("wrote read-only");

    /** It made a page an SNP guest's own before the guest was launched. */
    public final FlagCell earlyPrivate = ghost().flag("early private");

    /** It mapped a private page that is not the guest's own. */
    public final FlagCell unprepared = ghost().flag("unprepared");
    /** It gave a page back that is still a guest's or the firmware's. */
    public final FlagCell gaveGuestPage = ghost().flag("gave guest page");

    /** Declares it in {@code scope}. */
    public Oops(CellScope scope) {
        super(scope);
    }
}
