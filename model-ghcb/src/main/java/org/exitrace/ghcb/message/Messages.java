package org.exitrace.ghcb.message;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.routine.MutexCell;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.ghcb.spec.GuestRequestAnswer;

/**
 * The messages of a guest under its one key, VMPCK0: the guest's counter, and the two shared pages.
 * What stands in these is encrypted under its number; the host can keep it, and write it once more.
 *
 * <p>Source: docs/ghcb.md d.5; bounds: {@link #MOST_NUMBER}, where hardware has 2^64-2.
 */
public final class Messages extends Region {

    /** The last number, that of an answer. */
    public static final int MOST_NUMBER = 8;
    /** How many different things a message can ask. */
    public static final int TEXTS = 3;

    /** {@code snp_cmd_mutex}. */
    public final MutexCell mutex = new MutexCell(cells(), "snp_cmd_mutex");
    /** Number of the last answer that was taken; in the secrets page. */
    public final CountCell counter = cells().count("msg_seqno", MOST_NUMBER);
    /** The key is gone. */
    public final FlagCell wiped = cells().flag("vmpck_wiped");
    /** What the host has said of the request; dead between two. */
    public final EnumCell<GuestRequestAnswer> told =
            cells().choice("told", GuestRequestAnswer.class);
    /** A message is under way. */
    public final FlagCell pending = cells().flag("pending");
    /** The page of the request. */
    public final Sealed request = new Sealed(cells().in("request"));
    /** The page of the answer. */
    public final Sealed answer = new Sealed(cells().in("answer"));

    /** One number was used for two messages. */
    public final FlagCell reusedNumber = ghost().flag("reused_number");
    /** An answer to another message was taken. */
    public final FlagCell tookOther = ghost().flag("took_other");
    /** The key was used behind an error that was not expected. */
    public final FlagCell usedAfterError = ghost().flag("used_after_error");

    private final FlagCell failed = ghost().flag("failed");
    private final List<CountCell> asked = new ArrayList<>();
    private final List<CountCell> answered = new ArrayList<>();

    /** Declares the cells in {@code scope}. */
    public Messages(CellScope scope) {
        super(scope);
        for (int number = 1; number < MOST_NUMBER; number += 2) {
            asked.add(ghost().count("asked[" + number + "]", TEXTS));
            answered.add(ghost().count("answered[" + (number + 1) + "]", TEXTS));
        }
    }

    /** What one page holds: a text under a number; 0 for none. */
    public static final class Sealed extends Region {

        /** Its number. */
        public final CountCell number = cells().count("number", MOST_NUMBER);
        /** What it asks, or what it is the answer to. */
        public final CountCell text = cells().count("text", TEXTS);

        Sealed(CellScope scope) {
            super(scope);
        }

        /** Whether it holds {@code sealed} under {@code under}. */
        public boolean holds(int under, int sealed) {
            return number.is(under) && text.is(sealed);
        }

        /** Makes it hold {@code sealed} under {@code under}. */
        public void become(int under, int sealed) {
            number.become(under);
            text.become(sealed);
        }
    }

    /** Whether no message can be sent: the key is gone, or its numbers are used up. */
    public boolean isUsedUp() {
        return wiped.isSet() || counter.is(MOST_NUMBER);
    }

    /** The guest writes a message under its next number. */
    public void encrypt(int text) {
        int number = counter.get() + 1;
        CountCell before = asked.get(counter.get() / 2);
        if (!before.is(0) && !before.is(text)) {
            reusedNumber.raise();
        }
        if (failed.isSet()) {
            usedAfterError.raise();
        }
        before.become(text);
        pending.raise();
        request.become(number, text);
    }

    /** The firmware writes its answer to the message that stands in the page. */
    public void answerRequest() {
        int number = request.number.get() + 1;
        answered.get(number / 2 - 1).become(request.text.get());
        answer.become(number, request.text.get());
    }

    /** What the answer was that had {@code number}; 0 where there was none. */
    public int answered(int number) {
        return answered.get(number / 2 - 1).get();
    }

    /** Whether the answer has the number that it must have. */
    public boolean isNumbered() {
        return answer.number.is(counter.get() + 2);
    }

    /** The guest takes the answer for one to {@code text}. */
    public void take(int text) {
        if (!answer.holds(counter.get() + 2, text)) {
            tookOther.raise();
        }
        counter.become(counter.get() + 2);
        end();
    }

    /** The guest has no answer; its key is {@code kept} or wiped. */
    public void fail(boolean kept) {
        failed.raise();
        wiped.become(!kept);
        end();
    }

    private void end() {
        told.clear();
        pending.clear();
    }
}
