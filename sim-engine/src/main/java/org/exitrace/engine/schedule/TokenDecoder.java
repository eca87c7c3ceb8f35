package org.exitrace.engine.schedule;

import java.util.List;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;

/** Makes the choices that a {@link TokenEncoder} wrote down. */
final class TokenDecoder implements Scheduler {

    private static final long ROW_IS_UNKNOWN = -1;

    private final BitReader bits;
    private Actor last;
    private long staysLeft = ROW_IS_UNKNOWN;

    TokenDecoder(BitReader bits) {
        this.bits = bits;
    }

    @Override
    public void begins(Model model) {
        last = null;
    }

    @Override
    public Step next(Enabled enabled) {
        ChoicePoint point = ChoicePoint.of(enabled, last);
        boolean stays = point.others().isEmpty() || point.mayStayOrSwitch() && readStay();
        List<Step> candidates = stays ? point.own() : point.others();
        int width = ChoicePoint.bitsFor(candidates);
        long code = bits.read(width);
        for (Step step : candidates) {
            if (ChoicePoint.code(step, width) == code) {
                last = step.actor();
                return step;
            }
        }
        throw new ScheduleException("the token names a step that cannot be taken: it belongs to"
                + " another version of its scenario, design or machine");
    }

    private boolean readStay() {
        if (staysLeft == ROW_IS_UNKNOWN) {
            staysLeft = bits.readGamma() - 1;
        }
        return staysLeft-- > 0;
    }
}
