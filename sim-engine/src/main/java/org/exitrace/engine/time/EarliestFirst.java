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

    private static final int ABSENT = -1;

    private static final long NEVER = Long.MAX_VALUE;

    private final TimingProfile profile;
    private Lineage[] lineage;
    private int branch;
    private long branchBehind;
    private long takenCount;
    private Model timed;
    private Step[] steps;
    private Draws draws;
    private StepTimes costs;
    private StepTimes delays;
    private int[] rankOf;
    private long[] earliestNs;
    private long[] enabledNs;
    private long[] queuesFromNs;
    private StepSpending spending;
    private Offers acted;
    private Offers[] offers;
    private Offers[] offersWith;
    private EventList queue;
    private int[] changed;
    private int changedCount;
    private int lastTaken;
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
        lastTaken = ABSENT;
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
        steps = model.steps().toArray(Step[]::new);
        draws = new Draws();
        costs = new StepTimes(model, profile, Step::costKey, draws);
        delays = new StepTimes(model, profile, Step::delayKey, draws);
        rankOf = StepTimes.ranks(model.steps());
        earliestNs = new long[steps.length];
        enabledNs = new long[steps.length];
        queuesFromNs = new long[steps.length];
        spending = new StepSpending(steps.length);
        int actors = model.actors().size();
        offers = new Offers[actors];
        for (int i = 0; i < actors; i++) {
            offers[i] = new Offers(i);
        }
        offersWith = Arrays.stream(steps).map(step -> offers[step.actor().index()])
                .toArray(Offers[]::new);
        queue = EventList.of(actors);
        changed = new int[actors];
        timed = model;
    }

    @Override
    public void becameEnabled(Step step) {
        int index = step.index();
        Offers own = offersWith[index];
        own.add(index);
        delay(index, own);
        note(own);
    }

    @Override
    public void becameDisabled(Step step) {
        int index = step.index();
        Offers own = offersWith[index];
        own.remove(index);
        if (index == lastTaken) {
            lastTaken = ABSENT;
        }
        note(own);
    }

    @Override
    public void taken(Step step) {
        int index = step.index();
        Offers own = offersWith[index];
        spend(index, own);
        lastTaken = index;
        note(own);
    }

    private void spend(int index, Offers own) {
        long costNs = costs.sample(index);
        spending.took(index, costNs, nowNs - queuesFromNs[index],
                nowNs - own.readyNs, Math.max(0, enabledNs[index] - own.readyNs));
        acted = own;
        own.readyNs = Math.addExact(nowNs, costNs);
        own.busyNs += costNs;
        own.took = index;
        own.tookNs = nowNs;
        takenCount++;
    }

    /** Where the actor offered nothing else there is one time to set, and nothing to choose. */
    @Override
    public void wentOn(Step step, Step next) {
        int index = step.index();
        Offers own = offersWith[index];
        if (own.count != 1) {
            Scheduler.super.wentOn(step, next);
            return;
        }
        spend(index, own);
        lastTaken = ABSENT;
        int following = next.index();
        delay(following, own);
        own.enabled[0] = following;
        own.best = following;
        queue.put(own.actor, Math.max(own.readyNs, earliestNs[following]));
    }

    @Override
    public Step next(Enabled enabled) {
        if (takenCount == branchBehind) {
            branchOff();
            drawAnew();
        }
        if (lastTaken != ABSENT) {
            delay(lastTaken, offersWith[lastTaken]);
        }
        while (changedCount > 0) {
            settle(changed[--changedCount]);
        }
        int actor = queue.first();
        long startNs = queue.atNs(actor);
        assert startNs >= nowNs : "time ran backwards";
        int chosen = offers[actor].best;
        standstill.chose(chosen, startNs != nowNs);
        nowNs = startNs;
        return steps[chosen];
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
        List<String> round = standstill.round().mapToObj(i -> this.steps[i].fullName()).toList();
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
                own.readyNs = own.tookNs
                        + costs.above(own.took, nowNs - own.tookNs, own.readyNs - own.tookNs);
                note(own);
            }
            for (int i = 0; i < own.count; i++) {
                int step = own.enabled[i];
                if (earliestNs[step] > nowNs) {
                    earliestNs[step] = enabledNs[step] + delays.above(step,
                            nowNs - enabledNs[step], earliestNs[step] - enabledNs[step]);
                    note(own);
                }
            }
        }
    }

    /** The step can be taken from now on; its actor's own work before it is no queue. */
    private void delay(int index, Offers own) {
        long earliest = nowNs + delays.sample(index);
        earliestNs[index] = earliest;
        enabledNs[index] = nowNs;
        queuesFromNs[index] = own == acted ? Math.max(earliest, own.readyNs) : earliest;
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
        int best = own.enabled[0];
        long bestNs = Math.max(own.readyNs, earliestNs[best]);
        for (int i = 1; i < own.count; i++) {
            int step = own.enabled[i];
            long startNs = Math.max(own.readyNs, earliestNs[step]);
            if (startNs < bestNs || startNs == bestNs && rankOf[step] < rankOf[best]) {
                best = step;
                bestNs = startNs;
            }
        }
        own.best = best;
        queue.put(actor, bestNs);
    }
}
