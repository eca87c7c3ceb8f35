package org.exitrace.ghcb.vc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;

/**
 * What the kernel of a guest keeps of one virtual CPU for its #VC handler: how deep its GHCB is in
 * use, the one backup page, and what it has read of an answer. All of it is private.
 */
public final class GuestVc extends Region {

    /** How many handlers may be inside each other: the page, its backup, and one too many. */
    static final int MOST_DEPTH = 3;
    /** Handlers that the page and its one backup serve. */
    private static final int SERVED = 2;
    /** How many there can be: of the code, of each NMI handler inside it, and of the host. */
    private static final int MOST_HANDLERS = 4;
    /** How many NMI handlers may be inside each other. */
    public static final int MOST_NMIS = 2;

    /** Handlers that use the GHCB page, one inside the other. */
    public final CountCell depth = cells().count("ghcb_depth", MOST_DEPTH);
    /** NMI handlers that run, one inside the other; only the innermost takes steps. */
    public final CountCell nmiLevel = cells().count("nmi_level", MOST_NMIS);
    /** It has panicked, or asked to be ended: it executes nothing but a halt loop. */
    public final FlagCell halted = cells().flag("halted");
    /** A #VC was injected that no instruction raised. */
    public final FlagCell injected = cells().flag("injected");
    /** Its copy of {@code SW_EXITINFO1}; dead outside of a check. */
    public final WordCell info1 = cells().word("exit_info_1");
    /** Its copy of {@code SW_EXITINFO2}; dead outside of a check. */
    public final WordCell info2 = cells().word("exit_info_2");

    /** A handler gave the page back with a valid bit. */
    public final FlagCell leftValid = ghost().flag("left_valid");
    /** An output was taken whose valid bit it had not seen. */
    public final FlagCell tookInvalid = ghost().flag("took_invalid");
    /** An exception was taken that no host may ask for. */
    public final FlagCell tookException = ghost().flag("took_exception");
    /** It left the guest for a #VC that no instruction raised. */
    public final FlagCell exitedUnasked = ghost().flag("exited_unasked");
    /** A nested handler left the page other than it was before. */
    public final FlagCell imageLost = ghost().flag("image_lost");
    /** Who has taken the page and not given it back, marked or not: handlers, a prefilled hold. */
    private final CountCell inside = ghost().count("handlers_inside", MOST_HANDLERS);
    /** A third handler wrote into the page. */
    public final FlagCell tooDeep = ghost().flag("too_deep");
    /** A response of the host to another request was taken for one to this. */
    public final FlagCell tookResponse = ghost().flag("took_response");
    /** It left the guest for an event while the GHCB MSR held something else than a page. */
    public final FlagCell wrongMsr = ghost().flag("wrong_msr");
    /** It executed something behind a request to be ended. */
    public final FlagCell ranOn = ghost().flag("ran_on");
    /** It speaks a version that guest and host do not both know, or have not agreed on. */
    public final FlagCell wrongVersion = ghost().flag("wrong_version");
    /** #VC was raised where there was no stack. */
    public final FlagCell vcWithoutStack = ghost().flag("vc_without_stack");
    /** The host was asked for what a user task made of an instruction. */
    public final FlagCell userReachedHost = ghost().flag("user_reached_host");
    /** The host was asked for MMIO where the guest has mapped memory with the C-bit. */
    public final FlagCell encryptedMmio = ghost().flag("encrypted_mmio");
    /** Another exit came between the filling of a page for a hold and its VMGEXIT. */
    public final FlagCell prefillLost = ghost().flag("prefill_lost");
    /** An NMI came between the entry of another and its NMI_COMPLETE. */
    public final FlagCell nmiInEntry = ghost().flag("nmi_in_entry");

    /** The virtual CPU. */
    public final GhcbGuest guest;
    /** How its code was built. */
    public final VcDesign design;

    private final PageCopy backup;
    /** What the page held when the second handler took it, and the third. */
    private final List<PageCopy> images = new ArrayList<>();
    private final Optional<FlagCell> stackless;
    private final Optional<UserAccess> user;
    private final Optional<MemoryAccess> memory;
    private final Optional<CountCell> version;
    private final Optional<EncryptionMask> mask;

    /**
     * Declares its cells in {@code scope}.
     *
     * @param operations what scripts do: what none of them needs takes no cell
     */
    public GuestVc(CellScope scope, GhcbGuest guest, Design design, List<String> operations) {
        super(scope);
        stackless = operations.contains(VcOperations.APIC_ID)
                ? Optional.of(cells().flag("stackless")) : Optional.empty();
        user = UserTask.isUsed(operations)
                ? Optional.of(new UserAccess(ghost().in("user"))) : Optional.empty();
        memory = operations.contains(MemoryReach.NAME)
                ? Optional.of(new MemoryAccess(cells().in("memory"))) : Optional.empty();
        this.guest = guest;
        this.design = new VcDesign(design);
        mask = operations.contains(VcOperations.FIND_C_BIT)
                ? Optional.of(new EncryptionMask(cells().in("c_bit"))) : Optional.empty();
        version = guest.own().carries(GhcbField.PROTOCOL_VERSION) ? Optional.of(cells()
                .count("ghcb_version", Negotiation.NEWEST).initially(Negotiation.NEWEST))
                : Optional.empty();
        backup = new PageCopy(cells().in("backup"), guest.own());
        for (int handler = 2; handler <= MOST_DEPTH; handler++) {
            images.add(new PageCopy(ghost().in("image[" + handler + "]"), guest.own()));
        }
    }

    /** Whether code outside of any NMI handler may take a step. */
    public boolean runs() {
        return runsAt(0);
    }

    /** Whether code inside {@code level} NMI handlers may take a step. */
    public boolean runsAt(int level) {
        return guest.cpu.running.isSet() && halted.isClear() && injected.isClear()
                && nmiLevel.is(level);
    }

    /** Whether the handler of an injected #VC may take a step. */
    boolean runsInjected() {
        return guest.cpu.running.isSet() && halted.isClear() && injected.isSet();
    }

    /** The GHCB page that its handler uses. */
    public GhcbPage page() {
        return design.sharesBootPage() ? guest.pages.get(0) : guest.own();
    }

    /** A handler takes the page. */
    void begin() {
        if (halted.isClear()) {
            inside.increment();
            image().ifPresent(image -> image.take(page()));
        }
    }

    /** A handler has given the page back, to another if it was nested. */
    void end() {
        image().ifPresent(image -> {
            if (!image.isOf(page())) {
                imageLost.raise();
            }
            image.forget();
        });
        inside.decrement();
    }

    /** What the innermost handler has found in the page, if it is nested. */
    private Optional<PageCopy> image() {
        int place = inside.get() - 2;
        return place >= 0 && place < images.size()
                ? Optional.of(images.get(place)) : Optional.empty();
    }

    /** A handler changes the page, for which there is one backup. */
    void change(Consumer<GhcbPage> how) {
        if (inside.get() > SERVED) {
            tooDeep.raise();
        }
        how.accept(page());
    }

    /** What a user task does on it, in a machine where some does anything. */
    Optional<UserAccess> user() {
        return user;
    }

    /** What its instructions reach, in a machine where some read memory. */
    public Optional<MemoryAccess> reads() {
        return memory;
    }

    /** What the instruction reaches that is at work. */
    MemoryAccess memory() {
        return memory.orElseThrow();
    }

    /** Whether it looks for its C-bit. */
    public boolean looksForCBit() {
        return mask.isPresent();
    }

    /** What it takes for its C-bit, in a machine where some code looks for it. */
    EncryptionMask mask() {
        return mask.orElseThrow();
    }

    /** Whether its pages have a place for the version. */
    boolean carriesVersion() {
        return version.isPresent();
    }

    /** Guest and host have agreed on {@code agreed}. */
    void agree(int agreed) {
        version.ifPresent(cell -> cell.become(agreed));
    }

    /** Writes the version into the page, which must be the one that was agreed on. */
    void writeVersion() {
        int agreed = version.orElseThrow().get();
        change(page -> page.write(
                GhcbField.PROTOCOL_VERSION, design.versionWritten(agreed)));
        if (page().get(GhcbField.PROTOCOL_VERSION) != agreed) {
            wrongVersion.raise();
        }
    }

    /** Says whether its code runs without a stack, in a machine where some does. */
    void stackless(boolean without) {
        stackless.ifPresent(cell -> cell.become(without));
    }

    /** #VC pushes its frame. */
    void pushFrame() {
        if (stackless.isPresent() && stackless.get().isSet()) {
            vcWithoutStack.raise();
        }
    }

    /** Copies the page into the backup. */
    void save() {
        backup.take(page());
    }

    /** Copies the backup into the page. */
    void restore() {
        backup.putInto(page());
    }

    /** Forgets the backup, which is dead while no handler is nested. */
    void forgetBackup() {
        backup.forget();
    }
}
