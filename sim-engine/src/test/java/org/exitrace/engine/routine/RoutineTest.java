package org.exitrace.engine.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RoutineTest {

    @Test
    void labelsAreTakenInTextOrder() {
        Sheet sheet = Sheet.running(code -> code
                .step("one", s -> s.value.become(1))
                .pause("two")
                .step("three", s -> s.value.become(s.value.get() + 2)));
        assertThat(sheet.takeAll(9)).containsExactly("one", "two", "three");
        assertThat(sheet.value.get()).isEqualTo(3);
        assertThat(sheet.counter.isIdle()).isTrue();
        assertThat(sheet.model.steps().get(0).source()).isEqualTo("source of r");
    }

    @Test
    void anAwaitHoldsUntilItsGuardDoes() {
        Sheet sheet = Sheet.running(code -> code
                .await("waits", s -> s.flag.isSet())
                .await("waits and clears", s -> s.flag.isSet(), s -> s.flag.clear()));
        assertThat(sheet.offers()).isEmpty();
        sheet.flag.raise();
        assertThat(sheet.takeAll(9)).containsExactly("waits", "waits and clears");
        assertThat(sheet.flag.isClear()).isTrue();
    }

    @Test
    void aTestGoesEitherWay() {
        Sheet sheet = Sheet.running(code -> code
                .test("first", s -> s.flag.testAndSet(),
                        yes -> yes.pause("was set"), no -> no.pause("was clear"))
                .test("second", s -> s.flag.isSet(), yes -> yes.pause("is set"))
                .test("third", s -> s.flag.isClear(), yes -> yes.pause("never"))
                .pause("end"));
        assertThat(sheet.takeAll(9)).containsExactly(
                "first", "was clear", "second", "is set", "third", "end");
    }

    @Test
    void oneOfSeveralStepsIsAChoiceOfTheSchedule() {
        Sheet sheet = Sheet.running(code -> code
                .either("what now", choices -> choices
                        .when("left", s -> true, s -> s.value.become(1)).costs("l").after("dl")
                        .when("right", s -> s.flag.isSet(), s -> s.value.become(2),
                                then -> then.pause("further right")))
                .costs("c").after("d")
                .pause("end"));
        assertThat(sheet.offers()).containsExactly("left");
        sheet.flag.raise();
        assertThat(sheet.offers()).containsExactly("left", "right");
        sheet.take("right");
        assertThat(sheet.value.get()).isEqualTo(2);
        assertThat(sheet.takeAll(9)).containsExactly("further right", "end");
        var steps = sheet.model.steps();
        assertThat(steps).extracting(step -> step.costKey() + "/" + step.delayKey())
                .containsExactly("l/dl", "c/d", "/", "/");
    }

    @Test
    void aChoiceAmongCandidatesHasOneStepEach() {
        Sheet sheet = Sheet.running(code -> code
                .choose("picks", 4, i -> s -> i % 2 == 1, i -> s -> s.value.become(i)));
        assertThat(sheet.offers()).containsExactly("picks 1", "picks 3");
        sheet.take("picks 3");
        assertThat(sheet.value.get()).isEqualTo(3);
    }

    @Test
    void decisionsAndActionsOfItsOwnJoinTheStepBefore() {
        Sheet sheet = Sheet.running(code -> code
                .step("reads", s -> s.value.become(5))
                .when(s -> s.value.is(5), yes -> yes.local(s -> s.value.become(6)))
                .when(s -> s.value.is(5), yes -> yes.pause("wrong"), no -> no.pause("right")));
        sheet.take("reads");
        assertThat(sheet.value.get()).isEqualTo(6);
        assertThat(sheet.takeAll(9)).containsExactly("right");
    }

    @Test
    void aDecisionThatChangesWhatItLooksAtIsMadeOnceWhicheverWayItGoes() {
        Sheet sheet = Sheet.running(code -> code
                .repeat(3, s -> s.loop, body -> body
                        .step("comes by", s -> { })
                        .when(s -> {
                            s.value.increment();
                            return s.value.is(2);
                        }, Block::done))
                .pause("never"));
        assertThat(sheet.takeAll(9)).containsExactly("comes by", "comes by");
        assertThat(sheet.value.get()).isEqualTo(2);
    }

    @Test
    void aDecisionBeforeTheFirstLabelIsMadeAtTheStart() {
        Sheet sheet = Sheet.running(code -> code
                .local(s -> s.value.become(3))
                .when(s -> s.flag.isSet(), yes -> yes.pause("set"))
                .pause("end"));
        assertThat(sheet.value.get()).isEqualTo(3);
        assertThat(sheet.offers()).containsExactly("end");
    }

    @Test
    void theDesignDecidesWhatIsBuilt() {
        Sheet sheet = Sheet.running(code -> code
                .given(true, more -> more.pause("built"))
                .given(false, more -> more.pause("not built")));
        assertThat(sheet.takeAll(9)).containsExactly("built");
        assertThat(sheet.program.labelCount()).isEqualTo(1);
    }

    @Test
    void aBoundedLoopRunsSoOftenAndLeavesItsCounterClear() {
        Sheet sheet = Sheet.running(code -> code
                .repeat(3, s -> s.loop, body -> body
                        .step("adds", s -> s.value.become(s.value.get() + 1 + s.loop.get())))
                .repeat(0, s -> s.loop, body -> body.pause("never"))
                .pause("end"));
        assertThat(sheet.takeAll(9)).containsExactly("adds", "adds", "adds", "end");
        assertThat(sheet.value.get()).isEqualTo(1 + 2 + 3);
        assertThat(sheet.loop.get()).isZero();
    }

    @Test
    void aBoundedLoopIsLeftEarlyAndBegunAgain() {
        Sheet sheet = Sheet.running(code -> code
                .repeat(5, s -> s.loop, body -> body
                        .step("adds", s -> s.value.increment())
                        .when(s -> s.value.is(2), yes -> yes.again())
                        .when(s -> s.value.is(4), yes -> yes.leave())
                        .pause("rests"))
                .pause("end"));
        assertThat(sheet.takeAll(20)).containsExactly(
                "adds", "rests", "adds", "adds", "rests", "adds", "end");
        assertThat(sheet.loop.get()).isZero();
    }

    @Test
    void anEndlessLoopEndsByLeaveOnly() {
        Sheet sheet = Sheet.running(code -> code
                .forever(body -> body
                        .step("adds", s -> s.value.increment())
                        .when(s -> s.value.get() < 3, yes -> yes.again())
                        .leave())
                .pause("end"));
        assertThat(sheet.takeAll(20)).containsExactly("adds", "adds", "adds", "end");
    }

    @Test
    void aCallReturnsItsResultToTheCaller() {
        Routine<Sheet> callee = Routine.named("callee", "its source", code -> code
                .test("checks", s -> s.flag.isSet(), yes -> yes.done(s -> s.value.become(22)))
                .step("works", s -> s.value.become(1)));
        Sheet sheet = Sheet.running(code -> code
                .call(callee)
                .step("marks", s -> s.flag.raise())
                .call(s -> s, callee)
                .pause("end"));
        assertThat(sheet.takeAll(20)).containsExactly(
                "callee: checks", "callee: works", "marks", "callee: checks", "end");
        assertThat(sheet.value.get()).isEqualTo(22);
        assertThat(sheet.model.steps().get(0).source()).isEqualTo("its source");
        assertThat(callee.name()).isEqualTo("callee");
        assertThat(callee.source()).isEqualTo("its source");
    }

    @Test
    void costsBelongToTheLabelJustWritten() {
        Sheet sheet = Sheet.running(code -> code
                .step("one", s -> s.value.increment()).costs("c1").after("d1")
                .test("two", s -> true, yes -> { }).costs("c2")
                .lock("three", s -> s.mutex).costs("c3")
                .unlock("four", s -> s.mutex).costs("c4")
                .tryLock("five", s -> s.mutex, refused -> { }).costs("c5").after("d5"));
        assertThat(sheet.model.steps())
                .extracting(step -> step.costKey() + "/" + step.delayKey())
                .containsExactly("c1/d1", "c2/", "c3/", "c4/", "c5/d5");
    }

    @Test
    void textThatCannotRunIsRefused() {
        assertThatThrownBy(() -> Sheet.running(code -> code.done().pause("late")))
                .hasMessageContaining("behind done, leave or again");
        assertThatThrownBy(() -> Sheet.running(code -> code.pause("x").leave()))
                .hasMessageContaining("LEAVE stands outside of any loop");
        assertThatThrownBy(() -> Sheet.running(code -> code.pause("x").again()))
                .hasMessageContaining("AGAIN stands outside of any loop");
    }

    @Test
    void aRoutineDoesNotCallItself() {
        Routine<?>[] self = new Routine<?>[1];
        Routine<Sheet> inner = Routine.named("inner", "", code -> code.pause("x"));
        self[0] = inner;
        Linker linker = new Linker(null, null, new java.util.LinkedHashMap<>()).inside(inner);
        assertThatThrownBy(() -> linker.inside(self[0]))
                .hasMessageContaining("routine 'inner' calls itself");
    }

    @Test
    void oneOfManyWaysIsSelected() {
        for (int way = 0; way < 3; way++) {
            int chosen = way;
            Sheet sheet = Sheet.running(code -> code
                    .pause("begins")
                    .select(s -> chosen, java.util.List.of(
                            zero -> zero.pause("zero"), one -> one.pause("one"),
                            two -> { }))
                    .pause("ends"));
            assertThat(sheet.takeAll(9)).containsExactlyElementsOf(
                    java.util.List.of(
                            java.util.List.of("begins", "zero", "ends"),
                            java.util.List.of("begins", "one", "ends"),
                            java.util.List.of("begins", "ends")).get(way));
        }
    }
}
