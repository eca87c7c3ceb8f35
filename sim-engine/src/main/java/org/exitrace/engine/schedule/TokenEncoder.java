package org.exitrace.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Forwarding;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;

/** Replays a schedule and writes down each choice that was one. */
final class TokenEncoder extends Forwarding {

    private static final Choice STAYS = new Choice(0, 0);
    private static final Choice SWITCHES = new Choice(0, 0);

    private final Replay replay;
    private final List<Choice> choices = new ArrayList<>();
    private Actor last;

    TokenEncoder(List<String> steps) {
        this(Replay.of(steps));
    }

    private TokenEncoder(Replay replay) {
        super(replay);
        this.replay = replay;
    }

    @Override
    public Step next(Enabled enabled) {
        Step step = super.next(enabled);
        if (step == null) {
            return null;
        }
        ChoicePoint point = ChoicePoint.of(enabled, last);
        boolean stays = point.own().contains(step);
        if (point.mayStayOrSwitch()) {
            choices.add(stays ? STAYS : SWITCHES);
        }
        List<Step> candidates = stays ? point.own() : point.others();
        int bits = ChoicePoint.bitsFor(candidates);
        choices.add(new Choice(ChoicePoint.code(step, bits), bits));
        last = step.actor();
        return step;
    }

    /** Whatever the replay missed, also that it came to rest with steps left. */
    @Override
    public void ended(RunResult result) {
        super.ended(result);
        replay.divergence().ifPresent(found -> {
            throw new ScheduleException("the schedule does not fit the model: " + found);
        });
    }

    /** All choices: before each row of stays, how many there are until the next switch. */
    void write(BitWriter bits) {
        boolean rowIsKnown = false;
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            if (choice == STAYS || choice == SWITCHES) {
                if (!rowIsKnown) {
                    bits.writeGamma(staysFrom(i) + 1);
                }
                rowIsKnown = choice == STAYS;
            } else {
                bits.write(choice.code(), choice.bits());
            }
        }
    }

    private long staysFrom(int start) {
        long stays = 0;
        for (int i = start; i < choices.size() && choices.get(i) != SWITCHES; i++) {
            stays += choices.get(i) == STAYS ? 1 : 0;
        }
        return stays;
    }

    /** Not a record: two choices of the same bits are still two. */
    private static final class Choice {

        private final long code;
        private final int bits;

        Choice(long code, int bits) {
            this.code = code;
            this.bits = bits;
        }

        long code() {
            return code;
        }

        int bits() {
            return bits;
        }
    }
}
