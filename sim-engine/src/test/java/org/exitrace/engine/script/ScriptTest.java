package org.exitrace.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.engine.property.Property;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.run.InOrder;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunResult;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;
import org.exitrace.engine.step.Actor;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final List<String> WORDS = List.of("0", "EINVAL", "EBUSY");

    private final Operation<Account> deposit = Operation.<Account>named(
                    "deposit", "Puts coins in.", account -> account.result)
            .takes(Parameter.number("coins", 1, 9, "how many"))
            .gives("0", "EINVAL", "EBUSY")
            .does(arguments -> deposit(arguments.number("coins")));
    private final Operation<Account> look = Operation.<Account>named(
                    "look", "Looks.", account -> account.result)
            .does(Routine.named("look", "", text -> text.pause("look")));

    private final Operation<Account> wait = Operation.<Account>named(
                    "wait", "Waits for ever.", account -> account.result)
            .gives("0")
            .does(Routine.named("wait", "", text -> text.await("wait", account -> false)
                    .mayRest()));
    private final Operation<Account> ticks = Operation.<Account>named(
                    "ticks", "Goes on for ever.", account -> account.result)
            .does(Routine.named("ticks", "", text -> text.forever(loop -> loop.pause("tick"))));

    private ScriptedActor<Account> scripted;

    @Test
    void endsAtRestWhenEachResultIsRight() {
        RunResult result = run(call(3, "0"), call(5, "0"), call(9, "EINVAL"));

        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
        assertThat(result.isClean()).isTrue();
        assertThat(scripted.explain()).isEmpty();
    }

    @Test
    void linesAreCallsWithTheirArgumentsAndResults() {
        Script<Account> script = ScriptLines.script(
                List.of(deposit, look), "deposit coins=9 gives 0|EBUSY", "look");

        assertThat(script.calls()).isEqualTo(List.of(
                new Call<>(deposit, Arguments.of(deposit.parameters(), Map.of("coins", "9")),
                        List.of("0", "EBUSY"), 1),
                new Call<>(look, Arguments.of(List.of(), Map.of()), List.of(), 2)));
    }

    @Test
    void aLineThatSaysNoCallIsRefused() {
        List<Operation<Account>> operations = List.of(deposit, look);
        assertThatThrownBy(() -> ScriptLines.script(operations, "withdraw"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(
                        "'withdraw': there is no operation 'withdraw'; there is deposit, look");
        assertThatThrownBy(() -> ScriptLines.script(operations, "deposit 9"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("'deposit 9': '9' is no"
                        + " argument; a line is 'operation parameter=value gives RESULT|RESULT'");
        assertThatThrownBy(() -> ScriptLines.script(operations, "deposit coins=10"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScriptLines.script(operations, "look gives 0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsAtTheCallThatGivesAWrongResultAndTellsWhich() {
        RunResult result = run(call(9, "0"), call(9, "0", "EBUSY"), call(1));

        assertThat(result.broken().keySet()).extracting(Property::id)
                .containsExactly("script-clerk");
        assertThat(result.steps()).isEqualTo(2);
        assertThat(scripted.explain()).contains(
                "clerk call 2 (line 7): deposit(coins=9) must give 0 or EBUSY and gave EINVAL");
    }

    @Test
    void tellsWhichCallGaveWhatFromTheStateAlone() {
        Script<Account> script = new Script<>(List.of(call(9, "EINVAL")));
        Model model = model(script.calls());
        new Run(model, new InOrder()).go();
        long[] state = model.frame().snapshot();

        assertThat(script.explain("clerk", model.layout(), state)).contains(
                "clerk call 1 (line 7): deposit(coins=9) must give EINVAL and gave 0");
        assertThat(script.explain("clerk", model.layout(), model.firstState())).isEmpty();
        assertThat(script.explain("nobody", model.layout(), state)).isEmpty();
    }

    @Test
    void tellsThatAnOperationGaveNothing() {
        Operation<Account> mute = Operation.<Account>named("mute", "", account -> account.result)
                .gives("0").does(Routine.named("mute", "", text -> text.pause("say nothing")));
        run(new Call<>(mute, Arguments.usual(List.of()), List.of("0"), 0), call(1), call(1));

        assertThat(scripted.explain())
                .contains("clerk call 1: mute() must give 0 and gave nothing");
    }

    @Test
    void breaksWhereAnOperationThatMustGiveAResultNeverReturns() {
        Script<Account> script = new Script<>(List.of(call(9, "0"), waits("0"), call(1)));
        Model model = model(script.calls());

        RunResult result = new Run(model, new InOrder()).goOnWhenBroken().go();

        assertThat(result.broken().keySet()).extracting(Property::id)
                .containsExactly("script-clerk-returns");
        assertThat(script.openCall("clerk", model.layout(), model.frame().snapshot(), "hangs"))
                .contains("clerk call 2: wait() must give 0 and hangs");
        assertThat(new Exploration(model).go().broken())
                .extracting(verdict -> verdict.property().id())
                .containsExactly("script-clerk-returns", "script-clerk-through");
    }

    @Test
    void tellsTheOperationThatHangsAlsoWhereOnlyALaterOneMustGiveAResult() {
        Script<Account> script = new Script<>(List.of(waits(), call(1, "0")));
        Model model = model(script.calls());
        new Run(model, new InOrder()).go();

        assertThat(script.openCall(
                "clerk", model.layout(), model.frame().snapshot(), "never returns"))
                .contains("clerk call 1: wait() never returns");
        assertThat(script.openCall("nobody", model.layout(), model.firstState(), "hangs"))
                .isEmpty();
    }

    @Test
    void mayHangBehindItsLastExpectedResult() {
        Script<Account> script = new Script<>(List.of(call(9, "0"), waits()));
        Model model = model(script.calls());
        new Run(model, new InOrder()).go();

        assertThat(script.openCall("clerk", model.layout(), model.frame().snapshot(), "hangs"))
                .isEmpty();
        assertThat(new Exploration(model).go().isClean()).isTrue();
    }

    @Test
    void aWrongResultIsNotAnOperationThatHangs() {
        Script<Account> script = new Script<>(List.of(call(9, "EBUSY"), call(1, "0")));
        Model model = model(script.calls());

        assertThat(new Exploration(model).go().broken())
                .extracting(verdict -> verdict.property().id()).containsExactly("script-clerk");
        new Run(model, new InOrder()).goOnWhenBroken().go();
        assertThat(script.openCall("clerk", model.layout(), model.frame().snapshot(), "hangs"))
                .isEmpty();
    }

    @Test
    void makesTheSameCallsWhereNothingIsExpected() {
        Script<Account> script = new Script<>(List.of(call(9, "EBUSY"), call(1, "0")))
                .expectingNothing();
        Model model = model(script.calls());
        RunResult result = new Run(model, new InOrder()).go();

        assertThat(script).isEqualTo(new Script<>(List.of(call(9), call(1))));
        assertThat(result.isClean()).isTrue();
        assertThat(result.steps()).isEqualTo(2);
        assertThat(model.properties()).extracting(Property::id)
                .doesNotContain("script-clerk-returns", "script-clerk-through");
    }

    @Test
    void neverGetsThroughWhereTheModelDoesNotComeToRestEither() {
        ModelBuilder builder = new ModelBuilder("bank", Design.usual(List.of()));
        Account account = new Account(builder.region("account"));
        Account clock = new Account(builder.region("clock"));
        new Script<>(List.of(waits("0"))).runBy(builder, builder.actor("clerk"), account);
        new Script<>(List.of(new Call<>(ticks, Arguments.usual(List.of()), List.of(), 0)))
                .runBy(builder, builder.actor("clock"), clock);

        assertThat(new Exploration(builder.build()).go().broken())
                .extracting(verdict -> verdict.property().id())
                .containsExactly("script-clerk-through");
    }

    @Test
    void doesNotGoOnBehindAWrongResult() {
        Model model = model(List.of(call(9, "EBUSY"), call(1)));

        RunResult result = new Run(model, new InOrder()).goOnWhenBroken().go();

        assertThat(result.steps()).isEqualTo(1);
        assertThat(result.end()).isEqualTo(RunEnd.AT_REST);
    }

    @Test
    void forgetsTheResultBeforeTheNextCall() {
        Model model = model(List.of(call(1, "0"),
                new Call<>(look, Arguments.usual(List.of()), List.of(), 0)));

        new Run(model, new InOrder()).atMost(1).go();

        assertThat(model.layout().find("account.result").orElseThrow()
                .renderIn(model.frame().snapshot())).isEqualTo(ResultCell.NONE);
    }

    @Test
    void comparesWithoutAStepOfItsOwn() {
        assertThat(model(List.of(call(1, "0"), call(2, "0"))).steps())
                .extracting(step -> step.fullName())
                .containsExactly("clerk deposit: add", "clerk deposit: add");
    }

    @Test
    void refusesToExpectWhatTheOperationNeverGives() {
        assertThatThrownBy(() -> call(1, "EBUSY", "ENOMEM"))
                .hasMessage("deposit never gives 'ENOMEM'; it gives one of 0, EINVAL, EBUSY");
    }

    @Test
    void refusesToExpectWhatTheOperationNeverGivesWithItsArguments() {
        Operation<Account> small = deposit.limitedTo((given, word) ->
                given.number("coins") > 5 || !word.equals("EBUSY"));
        Arguments one = Arguments.of(small.parameters(), Map.of("coins", "1"));
        Arguments nine = Arguments.of(small.parameters(), Map.of("coins", "9"));

        assertThat(new Call<>(small, nine, List.of("EBUSY"), 0).accepts("EBUSY")).isTrue();
        assertThatThrownBy(() -> new Call<>(small, one, List.of("EBUSY"), 0))
                .hasMessage("deposit never gives 'EBUSY'; it gives one of 0, EINVAL");
    }

    @Test
    void refusesAResultWordThatTheCellDoesNotHold() {
        ModelBuilder model = new ModelBuilder("bank", Design.usual(List.of()));
        Account account = new Account(model.region("account"));
        model.build();

        assertThatThrownBy(() -> account.result.become("ENOMEM")).hasMessage(
                "cell 'account.result' holds nothing or one of 0, EINVAL, EBUSY and was given"
                        + " 'ENOMEM'; add the word where the cell is declared");
    }

    private RunResult run(Call<Account> first, Call<Account> second, Call<Account> third) {
        return new Run(model(List.of(first, second, third)), new InOrder()).go();
    }

    private Model model(List<Call<Account>> calls) {
        ModelBuilder model = new ModelBuilder("bank", Design.usual(List.of()));
        Actor clerk = model.actor("clerk");
        Account account = new Account(model.region("account"));
        scripted = new Script<>(calls).runBy(model, clerk, account);
        return model.build();
    }

    private Call<Account> call(int coins, String... expected) {
        Arguments arguments = Arguments.of(
                deposit.parameters(), Map.of("coins", Integer.toString(coins)));
        return new Call<>(deposit, arguments, List.of(expected), 7);
    }

    private Call<Account> waits(String... expected) {
        return new Call<>(wait, Arguments.usual(List.of()), List.of(expected), 0);
    }

    private static Routine<Account> deposit(int coins) {
        return Routine.named("deposit", "", text -> text.test("add",
                account -> account.balance.get() + coins <= account.balance.most(),
                fits -> fits.local(account -> account.balance.become(
                        account.balance.get() + coins))
                        .done(account -> account.result.become("0")),
                full -> full.done(account -> account.result.become("EINVAL"))));
    }

    private static final class Account extends Region {

        final CountCell balance = cells().count("balance", 10);
        final ResultCell result = new ResultCell(cells(), "result", WORDS);

        Account(CellScope scope) {
            super(scope);
        }
    }
}
