package org.exitrace.vtl.protocol.design;

import java.util.EnumSet;
import java.util.List;
import org.exitrace.engine.design.Switch;
import org.exitrace.kvm.mirrorvmm.design.Care;

/**
 * What a step protocol asks of those who take part. Each rule has a switch of its own, so that
 * each can be forgotten alone; docs/vtl.md tells where each was read. An order that is forgotten
 * stands for the barrier that would keep it.
 */
public enum ProtocolRule {
    /** a1 before a2. */
    IRR_BEFORE_BIT("irr-before-bit",
            "Does a deliverer write the IRR before it sets the plane's bit in irr_pending?"),
    /** a2 before a3. */
    BIT_BEFORE_RUNNING("bit-before-running",
            "Does a deliverer set the plane's bit before it reads running_plane?"),
    /** b1 before b3. */
    EXITS_BEFORE_BITS("exits-before-bits",
            "Does a runner write req_exit_planes before it reads irr_pending?"),
    /** b2 before b3. */
    RUNNING_BEFORE_BITS("running-before-bits",
            "Does a runner write running_plane before it reads irr_pending?"),
    /** d1 before d2. */
    LEFT_BEFORE_CLEARED("left-before-cleared",
            "Does a runner clear running_plane before it clears its plane's bit?"),
    /** d2 before d3. */
    CLEARED_BEFORE_LOOK("cleared-before-look",
            "Does a runner clear its plane's bit before it looks at the IRR for the last time?"),
    /** d3. */
    LOOKS_AGAIN("looks-again",
            "Does a runner that leaves look at its plane's IRR, and set the bit again?"),
    /** The bit is never behind the IRR. */
    BIT_IN_STEP("bit-in-step",
            "Does a lock keep others out between the IRR's write and that of its bit?"),
    /** No exit for nothing. */
    EVENT_CHECKED("event-checked",
            "Does a runner look at the IRR before it gives user space a PLANE_EVENT?"),
    /** d3 tells no interrupt from one. */
    NONE_IS_NONE("none-is-none",
            "Does a runner that leaves know an empty IRR, whose highest vector is -1?"),
    /** The other half of a1. */
    KICKS_TARGET("kicks-target",
            "Does a deliverer kick the plane's own vCPU behind the IRR, in case it runs?"),
    /** a5 is seen at once. */
    KICKS_RUNNING("kicks-running",
            "Does a deliverer kick the vCPU of the plane that runs behind its request?"),
    /** vtl_call 1. */
    CALL_STOPS("call-stops",
            "Does a VTL call stop the caller's vCPU before it queues the upcall?"),
    /** event_cb 1. */
    EVENT_STOPS_ITSELF("event-stops-itself",
            "Does the vCPU that woke stop itself before it asks to be entered?"),
    /** event_cb 2. */
    EVENT_LOOKS("event-looks",
            "Does the vCPU that woke ask for nothing if somebody has asked already?"),
    /** event_cb 3. */
    EVENT_STOPS_LOWER("event-stops-lower",
            "Does the vCPU that woke stop the one below before it queues the upcall?"),
    /** event_cb 4 and vtl_call 2, before 5 and 3. */
    MARKED_BEFORE_QUEUED("marked-before-queued",
            "Is the cause written to event_state before the upcall is queued?"),
    /** event_cb 4, without which the other's cause is lost. */
    CAUSE_ADDED("cause-added",
            "Is a cause added to event_state, rather than written over what it holds?"),
    /** upcall 1. */
    UPCALL_LOOKS("upcall-looks",
            "Does the second of two upcalls do nothing?"),
    /** entry 4 and downcall 3. */
    PRIVATE_RESTORED("private-restored",
            "Are private registers put back behind the copy of all?"),
    /** entry 8. */
    ENTRY_FORGETS("entry-forgets",
            "Does the entry clear event_state?"),
    /** downcall 6 before 8. */
    UNHANDLED_BEFORE_POLL("unhandled-before-poll",
            "Is handled cleared before the vCPU above may wait for events again?"),
    /** What none of the steps does. */
    ABOVE_IS_ASKED("above-is-asked",
            "Does KVM keep the guest of a VTL from its next instruction while a higher VTL has"
            + " an interrupt?"),
    /** Step 4 of the downcall. */
    RAX_RESTORED("rax-restored",
            "Does the downcall load RAX and RCX from VTL 1's control block?"),
    /** The VMM's care. */
    LOWER_STOPPED("lower-stopped",
            "Does the VMM keep VTL 0's vCPU from running while VTL 1 runs?"),
    /** 1B. */
    WALK_READ_ONCE("walk-read-once",
            "Is walk_mmu read once for the function and for what it is given?"),
    /** 1C. */
    REGISTERS_CACHED("registers-cached",
            "Has KVM's cache all of VTL 0's registers when its vCPU does not run?"),
    /** 1C, for those who take the mutex. */
    TARGET_LOADED("target-loaded",
            "Does whoever holds the vCPU's mutex load the vCPU before reading its registers?"),
    /** What a mutex that is held for as long as a guest runs needs. */
    TARGET_KICKED("target-kicked",
            "Is VTL 0's vCPU kicked out of KVM_RUN before its mutex is waited for?"),
    /** 1D. */
    SIBLING_CHECKED("sibling-checked",
            "Is a processor whose lower vCPU was not created told apart?"),
    /** The second bug of the thread. */
    TARGET_AFTER_COPY("target-after-copy",
            "Is the target VTL of an IPI read behind the copy of the guest's input?"),
    /** The same for the extended call. */
    POINTER_PER_VARIANT("pointer-per-variant",
            "Is the target VTL of the extended call read where that call's input was copied to?"),
    /** The same for the fast call. */
    FAST_HAS_TARGET("fast-has-target",
            "Does the fast call take a target VTL, from bits 39:32 of its first register?"),
    /** Of all of them. */
    TARGET_IN_RANGE("target-in-range",
            "Is an IPI for a VTL that nobody has refused?"),
    /** d.5, all versions. */
    QUEUED_BEFORE_LOOK("queued-before-look",
            "Is whoever waits on the queue before it looks whether something has happened?"),
    /** d.5, third version. */
    PENDING_CHECKED("pending-checked",
            "Does a vCPU that shall wait return at once if an event is pending?"),
    /** d.5, first two versions. */
    POLLED_ALONE("polled-alone",
            "Does user space keep from KVM_RUN while it polls the same vCPU?"),
    /** d.8, the inhibitor. */
    INHIBIT_SYNCS("inhibit-syncs",
            "Does the inhibitor wait for flushers that may have read the flag before?"),
    /** d.8, what the release lacks. */
    RELEASE_SYNCS("release-syncs",
            "Does the release wait for flushers that may have read the flag before it looks for"
            + " suspended ones?"),
    /** d.8, another way to mend it. */
    SUSPENDED_LOOKS_AGAIN("suspended-looks-again",
            "Does a flusher look at inhibit again once it is marked as suspended?"),
    /** d.8, one at a time. */
    RETRY_LOOKS_AT_ALL("retry-looks-at-all",
            "Does a flusher that goes on look at all its targets again?"),
    /** f.1: cancel is tested with interrupts off. */
    CANCEL_TESTED_OFF("cancel-tested-off",
            "Does the runner switch interrupts off before it tests whether it is cancelled?"),
    /** B04, B09. */
    POSTER_CANCELS("poster-cancels",
            "Does whoever posts work cancel the run, rather than only wake the thread?"),
    /** The order of both. */
    POSTED_BEFORE_CANCEL("posted-before-cancel",
            "Is work posted before the run is cancelled?"),
    /** The runner's order. */
    CANCEL_CLEARED_FIRST("cancel-cleared-first",
            "Does the runner forget that it was cancelled before it looks for work?"),
    /** B11. */
    FLUSH_WAITS("flush-waits",
            "Does a flush return only when its target has left the lower VTL?"),
    /** What B11's repair needs with two flushers. */
    DONE_AWAITED("done-awaited",
            "Does a flush wait for its own work, not only for a moment outside the lower VTL?"),
    /** 1E. */
    BLOCKS_CHECKED("blocks-checked",
            "Does the host ask for the caller's rights before it touches a hypercall's block?"),
    /** 1E, and a change of protections meanwhile. */
    ACCESS_AWAITED("access-awaited",
            "Does a change of protections wait for the host's accesses that were allowed before?"),
    /** R2, whoever creates. */
    LINKED_LAST("linked-last",
            "Is what others find by a list made before it is put there?"),
    /** R2, whoever looks up. */
    READER_IN_SECTION("reader-in-section",
            "Does whoever follows the list keep what it finds from being freed meanwhile?"),
    /** R2, whoever removes. */
    REMOVER_WAITS("remover-waits",
            "Does whoever removes something wait for those who may have found it?"),
    /** R2, the order of removal. */
    UNLINKED_FIRST("unlinked-first",
            "Is what others find by a list taken from there before it is freed?"),
    /** R3. */
    CONTEXT_CHECKED("context-checked",
            "Is a pointer into VTL 1's vCPU formed only where there is one?"),
    /** R6. */
    RECORD_HAS_REGISTERS("record-has-registers",
            "Does the vCPU that met a protected page put its registers into the record?"),
    /** R11. */
    IDS_PER_VTL("ids-per-vtl",
            "Has each VTL its own GUEST_OS_ID and its own hypercall page?"),
    /** The second look of the lock's Dekker pattern. */
    LOCK_SEEN_TWICE("lock-seen-twice",
            "Does who registers with the holder of a TLB lock look at the lock again?"),
    /** The other side of it. */
    LOCK_CLEARED_FIRST("lock-cleared-first",
            "Does the holder clear its TLB lock before it looks who is registered?"),
    /** One of two takes the blocker away. */
    UNBLOCKED_ONCE("unblocked-once",
            "Is the count of blockers lowered by whoever clears the blocker's bit, and no other?"),
    /** The same pattern with the wake-up. */
    ASLEEP_BEFORE_LOOK("asleep-before-look",
            "Does who waits say that it sleeps before it looks at the count for the last time?"),
    /** B12, writers of the ring. */
    RING_LOCKED("ring-locked",
            "Is the ring of flush requests written by one processor at a time?"),
    /** B12, what a reader can tell by. */
    IN_PROGRESS_FIRST("in-progress-first",
            "Is it told that an entry of the ring is being written before it is?"),
    /** B12, when a reader may look. */
    COUNTED_LAST("counted-last",
            "Is an entry of the ring counted behind its write?"),
    /** B12, the reader's second look. */
    COPY_CHECKED("copy-checked",
            "Does who copied entries of the ring look whether they were written over meanwhile?"),
    /** B12, more requests than entries. */
    OVERFLOW_DROPS_ALL("overflow-drops-all",
            "Does who is behind by more than the ring has drop all its translations?"),
    /** B16. */
    SIGNALS_FLUSHED("signals-flushed",
            "Are signals that were put off given before the state is saved?"),
    /** B17. */
    POSTS_HELD_BACK("posts-held-back",
            "Does who posts messages wait while the state is saved?"),
    /** B45. */
    RESTORE_ARMS_NOTHING("restore-arms-nothing",
            "Does restoring a timer's COUNT leave it disabled if it was saved so?"),
    /** I-57, I-65. */
    TIMERS_OF_ALL_VTLS("timers-of-all-vtls",
            "Are the timers of all VTLs saved, and not those of the active one alone?"),
    /** I-65. */
    PAUSED_WHILE_SAVED("paused-while-saved",
            "Do vCPUs stand still while the registers of their timers are saved and restored?"),
    /** I-69. */
    RESUMED_LAST("resumed-last",
            "Are producers let go on only when each processor is through its reset?"),
    /** I-66. */
    FLIPPED_BY_OWNER("flipped-by-owner",
            "Does a bit that others go by change once its owner has taken the request?"),
    /** f.2, step 7, where stores wait in a buffer. */
    SLEEP_FENCED("sleep-fenced",
            "Does who waits for a TLB lock let its store of sleeping reach memory before it looks"
            + " at the count for the last time?"),
    /** f.2, step b, where stores wait in a buffer. */
    UNLOCK_FENCED("unlock-fenced",
            "Is a TLB lock given up by a locked instruction, rather than by a plain store?"),
    /** f.8, the target. */
    ENTRY_FENCED("entry-fenced",
            "Does who is about to enter VTL 0 let its store of that reach memory before it looks"
            + " for flushes?"),
    /** f.8, who flushes. */
    FLUSH_FENCED("flush-fenced",
            "Does who asks for a flush let that reach memory before it looks where its target"
            + " is?"),
    /** B22, of two things that its repair changed the one. */
    CLEARED_LAST("cleared-last",
            "Does the proxy of a device forget its accesses only when the reset is confirmed?"),
    /** B22, the other. */
    ANSWERS_DRAINED("answers-drained",
            "Does the proxy of a device throw away answers that came before the reset was"
            + " confirmed?"),
    /** B20. */
    OPENING_CANCELLED("opening-cancelled",
            "Does a reset release a channel that is opening, without its device's answer?"),
    /** B19. */
    OFFERS_NUMBERED("offers-numbered",
            "Is a channel revoked only if it still is that of the offer that is meant?"),
    /** B06. */
    RUNS_UNTIL_TOLD("runs-until-told",
            "Does a halted processor run while it waits to be told that an interrupt can come?"),
    /** B06, the sender. */
    REQUESTED_BEFORE_WOKEN("requested-before-woken",
            "Is an interrupt requested before the halted processor is woken?");

    private final Switch<Care> choice;

    ProtocolRule(String label, String question) {
        choice = new Switch<>(label, question, Care.class, Care.KEPT);
    }

    /** The switch that says whether it is kept. */
    public Switch<Care> choice() {
        return choice;
    }

    /** The switches of those from {@code first} to {@code last}, in this order. */
    public static List<Switch<?>> choices(ProtocolRule first, ProtocolRule last) {
        return EnumSet.range(first, last).stream()
                .<Switch<?>>map(ProtocolRule::choice).toList();
    }
}
