package org.exitrace.engine.time;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Scheduler;
import org.exitrace.engine.step.Actor;
import org.exitrace.engine.step.Step;

/**
 * Takes the enabled step with the least start in virtual time; ties go to the actor declared
 * first, then to the step whose name sorts first.
 *
 * <p>An actor that took a step is busy for the step's cost. A step starts when its actor is free
 * and its delay has passed since it became enabled; the delay is drawn when it becomes enabled and
 * anew when it was taken and still is. Each actor draws from a stream of its own for each key, so
 * that two designs see the same chance in what they have in common. Only actors of which something
 * changed are looked at.
 */
public final class EarliestFirst implements Scheduler {

    private static final long NEVER = Long.MAX_VALUE;

    private final TimingProfile profile;
    private Lineage[] lineage;
    private int branch;
    private long branchBehind;
    private long takenCount;
    private Model timed;
    private TimedStep[] steps;
    private Draws draws;
    private StepTimes costs;
    private StepTimes delays;
    private StepSpending spending;
    private Offers acted;
    private Offers[] offers;
    private EventList queue;
    private int[] changed;
    private int changedCount;
    private TimedStep lastTaken;
    private long nowNs;
    private Standstill standstill;

    /** Times as {@code profile} says, chance as {@code seed} says. */
    public EarliestFirst(TimingProfile profile, long seed) {
        this.profile = profile;
        again(seed);
    }

    /** The next run draws as {@code newSeed} says; costs are not looked up again for it. */
    public EarliestFirst again(long newSeed) {
        return again(Lineage.of(newSeed));
    }

    /** The next run draws as {@code from} says; what it spent is not told where it branches. */
    public EarliestFirst again(Lineage from) {
        lineage = from.ancestors();
        return this;
    }

    @Override
    public void begins(Model model) {
        if (timed != model) {
            lookUp(model);
        }
        branch = -1;
        branchOff();
        takenCount = 0;
        for (Offers own : offers) {
            own.begin();
        }
        queue.clear();
        changedCount = 0;
        lastTaken = null;
        acted = null;
        spending.clear();
        nowNs = 0;
        standstill = new Standstill();
    }

    /** Chance comes from the next part of the lineage. */
    private void branchOff() {
        draws.begin(lineage[++branch].seed());
        costs.begin();
        delays.begin();
        branchBehind = branch + 1 < lineage.length ? lineage[branch + 1].behind() : NEVER;
    }

    private void lookUp(Model model) {
        timed = null;
        draws = new Draws();
        costs = new StepTimes(model, profile, Step::costKey, draws);
        delays = new StepTimes(model, profile, Step::delayKey, draws);
        int actors = model.actors().size();
        offers = new Offers[actors];
        for (int i = 0; i < actors; i++) {
            offers[i] = new Offers(i);
        }
        int[] ranks = StepTimes.ranks(model.steps());
        steps = new TimedStep[ranks.length];
        for (int i = 0; i < steps.length; i++) {
            Step step = model.steps().get(i);
            steps[i] = new TimedStep(step, offers[step.actor().index()], ranks[i],
                    costs.constant(i), delays.constant(i));
        }
        spending = new StepSpending(steps.length);
        queue = EventList.of(actors);
        changed = new int[actors];
        timed = model;
    }

    @Override
    public void becameEnabled(Step step) {
        TimedStep enabled = steps[step.index()];
        enabled.own.add(enabled);
        delay(enabled);
        note(enabled.own);
    }

    @Override
    public void becameDisabled(Step step) {
        TimedStep disabled = steps[step.index()];
        disabled.own.remove(disabled);
        if (disabled == lastTaken) {
            lastTaken = null;
        }
        note(disabled.own);
    }

    @Override
    public void taken(Step step) {
        TimedStep taken = steps[step.index()];
        spend(taken);
        lastTaken = taken;
        note(taken.own);
    }

    /** Where the actor offered nothing else there is one time to set, and nothing to choose. */
    @Override
    public void wentOn(Step step, Step next) {
        TimedStep taken = steps[step.index()];
        Offers own = taken.own;
        if (own.count != 1) {
            Scheduler.super.wentOn(step, next);
            return;
        }
        spend(taken);
        lastTaken = null;
        TimedStep following = steps[next.index()];
        delay(following);
        own.enabled[0] = following;
        own.best = following;
        queue.put(own.actor, following.startNs());
    }

    private void spend(TimedStep taken) {
        Offers own = taken.own;
        long costNs = taken.costNs == StepTimes.VARIES ? costs.sample(taken.index) : taken.costNs;
        spending.took(taken.index, costNs, nowNs - taken.queuesFromNs,
                nowNs - own.readyNs, Math.max(0, taken.enabledNs - own.readyNs));
        acted = own;
        own.readyNs = Math.addExact(nowNs, costNs);
        own.busyNs += costNs;
        own.took = taken;
        own.tookNs = nowNs;
        takenCount++;
    }

    @Override
    public Step next(Enabled enabled) {
        if (takenCount == branchBehind) {
            branchOff();
            drawAnew();
        }
        if (lastTaken != null) {
            delay(lastTaken);
        }
        while (changedCount > 0) {
            settle(changed[--changedCount]);
        }
        int actor = queue.first();
        long startNs = queue.atNs(actor);
        assert startNs >= nowNs : "time ran backwards";
        TimedStep chosen = offers[actor].best;
        standstill.chose(chosen.index, startNs != nowNs);
        nowNs = startNs;
        return chosen.step;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    /** The costs of all steps that {@code actor} took, in nanoseconds. */
    public long busyNs(Actor actor) {
        return offers[actor.index()].busyNs;
    }

    /** Where the time of the run went, which goes on or was the last; it changes with the run. */
    public StepSpending spending() {
        return spending;
    }

    /** When {@code actor} is through with the last step that it took, in nanoseconds; else 0. */
    public long freeNs(Actor actor) {
        return offers[actor.index()].readyNs;
    }

    /**
     * Whether time has stood still for at least {@code steps} steps, in words that name the steps
     * that go round; a run that is ended by its step limit is asked this.
     */
    public Optional<String> standsStill(long steps) {
        if (!standstill.lasts(steps)) {
            return Optional.empty();
        }
        List<String> round = standstill.round()
                .mapToObj(i -> this.steps[i].step.fullName()).toList();
        return Optional.of("time stands still at " + nowNs + " ns for " + standstill.length()
                + " steps, lately " + String.join("; ", round)
                + ": give one of them a cost in profile '" + profile.name() + "'");
    }

    /**
     * Draws times anew that have begun and still run. All that the run was up to now says of each
     * is that it is longer than what has passed of it.
     */
    private void drawAnew() {
        for (Offers own : offers) {
            if (own.readyNs > nowNs) {
                own.readyNs = own.tookNs + costs.above(
                        own.took.index, nowNs - own.tookNs, own.readyNs - own.tookNs);
                note(own);
            }
            for (int i = 0; i < own.count; i++) {
                TimedStep step = own.enabled[i];
                if (step.earliestNs > nowNs) {
                    step.earliestNs = step.enabledNs + delays.above(step.index,
                            nowNs - step.enabledNs, step.earliestNs - step.enabledNs);
                    note(own);
                }
            }
        }
    }

    /** The step can be taken from now on; its actor's own work before it is no queue. */
    private void delay(TimedStep step) {
        long delayNs = step.delayNs == StepTimes.VARIES ? delays.sample(step.index) : step.delayNs;
        long earliestNs = nowNs + delayNs;
        step.earliestNs = earliestNs;
        step.enabledNs = nowNs;
        step.queuesFromNs = step.own == acted ? step.startNs() : earliestNs;
    }

    private void note(Offers own) {
        if (!own.changed) {
            own.changed = true;
            changed[changedCount++] = own.actor;
        }
    }

    private void settle(int actor) {
        Offers own = offers[actor];
        own.changed = false;
        if (own.count == 0) {
            queue.remove(actor);
            return;
        }
        TimedStep best = own.enabled[0];
        long bestNs = best.startNs();
        for (int i = 1; i < own.count; i++) {
            TimedStep step = own.enabled[i];
            long startNs = step.startNs();
            if (startNs < bestNs || startNs == bestNs && step.rank < best.rank) {
                best = step;
                bestNs = startNs;
            }
        }
        own.best = best;
        queue.put(actor, bestNs);
    }
}
