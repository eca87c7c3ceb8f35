package org.exitrace.kvm.vmgexit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exitrace.engine.state.BitsCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.IndexCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.state.WordCell;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.kvm.spec.RunReturn;
import org.exitrace.kvm.vcpu.Vcpu;

/**
 * What KVM keeps of one virtual CPU for VMGEXIT, {@code struct vcpu_sev_es_state}: which GHCB page
 * is mapped, and its own copies of fields. All of it is the thread's own; what it copies from is
 * not, so that each {@link #fetch} is a step.
 */
public final class SevEsState extends Region {

    /** The fields that this host ever reads. */
    public static final Set<GhcbField> READ = EnumSet.of(
            GhcbField.RAX, GhcbField.RBX, GhcbField.RCX, GhcbField.RDX, GhcbField.RSI,
            GhcbField.CPL, GhcbField.XCR0, GhcbField.XSS, GhcbField.SW_EXITCODE,
            GhcbField.SW_EXITINFO1, GhcbField.SW_EXITINFO2, GhcbField.SW_SCRATCH,
            GhcbField.GHCB_USAGE);
    /** The fields that it writes before each entry, whatever the event was. */
    public static final Set<GhcbField> WRITTEN_BACK = EnumSet.of(
            GhcbField.RAX, GhcbField.RBX, GhcbField.RCX, GhcbField.RDX);

    /** The GHCB page that is mapped; none between an entry and the next VMGEXIT. */
    public final IndexCell mapped;
    /** The host's copy of the valid bitmap, {@code valid_bitmap}. */
    public final BitsCell valid = cells().bits("valid_bitmap", GhcbField.values().length)
            .named(GhcbField.names().toArray(new String[0]));
    /** The exit code that was validated, where a host reads it twice; else dead. */
    public final WordCell validated = cells().word("validated_code");
    /** The exit was refused, and the reply is written: nothing is dispatched. */
    public final FlagCell refused = cells().flag("refused");
    /** The GHCB page that was registered; none at first. */
    public final IndexCell registered;
    /** With what KVM_RUN has returned; none once user space has answered and KVM looks at it. */
    public final EnumCell<RunReturn> returned = cells().choice("returned", RunReturn.class);
    /** Of such an exit: what stands in {@code kvm_run}, written by one and read by the other. */
    public final WordCell data = cells().word("run_data");

    /** Fields that were copied while they were invalid, by a host that copies the bitmap last. */
    public final Optional<BitsCell> early;

    /** XCR0, as far as processors have it. */
    public final BitsCell xcr0 = cells().bits("xcr0", CpuidLeaves.XCR0_BITS).initially(1);
    /** How many pieces of eight bytes an MMIO access has come through. */
    final CountCell pieces = cells().count("mmio_pieces", 0xFF);

    /** The exception that KVM injects at the next entry; 0 for none. */
    public final CountCell injected = ghost().count("injected", 0x1F);
    /** Fields that were read from the page in this exit. */
    public final BitsCell fetched = ghost().bits("fetched", GhcbField.values().length);
    /** A field was read twice in one exit. */
    public final FlagCell fetchedTwice = ghost().flag("fetched_twice");
    /** The handler was invoked by itself. */
    public final FlagCell recursed = ghost().flag("recursed");
    /** An exit of an SNP guest was dispatched, and its GHCB is not the registered one. */
    public final FlagCell unregistered = ghost().flag("unregistered");
    /** An exit was dispatched, and not all three exit fields were valid. */
    public final FlagCell unvalidated = ghost().flag("unvalidated");
    /** XCR0 is none that a processor takes. */
    public final FlagCell badXcr0 = ghost().flag("bad_xcr0");
    /** A device was asked for no byte, or for more than eight at once. */
    public final FlagCell badLength = ghost().flag("bad_length");
    /** The host reached outside of the part of the page that may be a scratch area. */
    public final FlagCell overrun = ghost().flag("overrun");
    /** The virtual CPU is gone, and its GHCB page is still mapped. */
    public final FlagCell leaked = ghost().flag("leaked");

    /** The virtual CPU. */
    public final Vcpu vcpu;
    /** The guest's side of it. */
    public final GhcbGuest guest;

    /** The host's copy of a scratch area outside of the page; where there is memory for one. */
    final Optional<ScratchCopy> scratch;

    private final Map<GhcbField, WordCell> copies = new EnumMap<>(GhcbField.class);
    private final Optional<WordCell> dr7;

    /**
     * Declares its cells in {@code scope}.
     *
     * @param named events that scripts name
     * @param memory where a scratch area may lie outside of the page; empty where nowhere
     * @param bitmapLast whether the host copies fields before it knows which are valid
     */
    public SevEsState(CellScope scope, Vcpu vcpu, GhcbGuest guest, Set<NaeEvent> named,
            Optional<SharedMemory> memory, boolean bitmapLast) {
        super(scope);
        this.vcpu = vcpu;
        this.guest = guest;
        mapped = cells().index("ghcb", guest.pages.size());
        registered = cells().index("ghcb_registered", guest.pages.size());
        READ.forEach(field -> copies.put(field, cells().word(field.name())));
        dr7 = named.contains(NaeEvent.DR7_READ) || named.contains(NaeEvent.DR7_WRITE)
                ? Optional.of(cells().word("DR7").initially(CpuEvents.DR7_RESET))
                : Optional.empty();
        early = bitmapLast
                ? Optional.of(ghost().bits("copied_early", GhcbField.values().length))
                : Optional.empty();
        scratch = memory.map(page -> new ScratchCopy(scope.in("scratch"), page));
    }

    /** The page that is mapped. */
    public GhcbPage page() {
        return guest.pages.get(mapped.get());
    }

    /** The host's copy of {@code field}. */
    public long copy(GhcbField field) {
        return copies.get(field).get();
    }

    /** Makes the host's copy of {@code field} {@code value}. */
    public void become(GhcbField field, long value) {
        copies.get(field).become(value);
    }

    /** Reads {@code field} from the page into the host's copy: one access. */
    public void fetch(GhcbField field) {
        become(field, look(field));
    }

    /** Reads {@code field} from the page: one access. */
    public long look(GhcbField field) {
        if (fetched.has(field.ordinal())) {
            fetchedTwice.raise();
        }
        fetched.add(field.ordinal());
        return page().get(field);
    }

    /** Notes whether {@code field} is invalid in the page at this moment: history only. */
    void noteEarly(GhcbField field) {
        if (!page().isValid(field)) {
            early.ifPresent(fields -> fields.add(field.ordinal()));
        }
    }

    /** Whether the host takes {@code field} for valid, and has copied it before it was. */
    boolean isLeftover(GhcbField field) {
        return has(field) && early.filter(fields -> fields.has(field.ordinal())).isPresent();
    }

    /** Whether the host's copy of the bitmap has {@code field}. */
    public boolean has(GhcbField field) {
        return valid.has(field.ordinal());
    }

    /** DR7, as the host keeps it. */
    long dr7() {
        return dr7.map(WordCell::get).orElse(CpuEvents.DR7_RESET);
    }

    /** Makes DR7 {@code value}, in a machine of which some script names it. */
    void writeDr7(long value) {
        dr7.orElseThrow(() -> new IllegalStateException("no script of this machine names DR7"))
                .become(value);
    }

    /** Ends the exit in user space: KVM_RUN returns {@code how}, with {@code word}. */
    public void leave(RunReturn how, long word) {
        returned.become(how);
        data.become(word);
    }

    /** KVM_RUN fails since what user space has answered is no answer; that stays in kvm_run. */
    void failOnAnswer() {
        leave(RunReturn.EINVAL, data.get());
    }

    /** Whether KVM_RUN has failed, and what user space answered is not why. */
    public boolean failedOnRequest() {
        return (returned.isEither(RunReturn.EINVAL, RunReturn.EFAULT)
                || returned.isEither(RunReturn.EIO, RunReturn.KVM_EXIT_INTERNAL_ERROR))
                && data.is(0);
    }

    /** Forgets all that is dead between two exits. */
    public void forget() {
        mapped.clear();
        valid.clear();
        validated.clear();
        refused.clear();
        fetched.clear();
        pieces.clear();
        early.ifPresent(BitsCell::clear);
        scratch.ifPresent(ScratchCopy::forget);
        copies.values().forEach(WordCell::clear);
    }
}
