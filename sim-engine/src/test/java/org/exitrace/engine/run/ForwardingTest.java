package org.exitrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.sample.Crowd;
import org.exitrace.engine.step.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call that a scheduler gets later on has to be passed on too, or it is missing behind it. */
class ForwardingTest {

    private static final long NOW_NS = 42;

    private final Model model = Crowd.of(3);
    private final List<String> told = new ArrayList<>();

    static Stream<Method> calls() {
        return Arrays.stream(Scheduler.class.getMethods())
                .filter(call -> !Modifier.isStatic(call.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void passesEachCallOnAsItIs(Method call) throws ReflectiveOperationException {
        Step chosen = model.steps().get(2);
        Scheduler behind = (Scheduler) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {Scheduler.class}, (proxy, method, words) -> {
                    told.add(method.getName() + Arrays.toString(words));
                    return method.getReturnType() == long.class ? NOW_NS
                            : method.getReturnType() == Step.class ? chosen : null;
                });
        Object[] words = words(call);
        Object answer = call.invoke(new Forwarding(behind) { }, words);
        assertThat(told).containsExactly(call.getName() + Arrays.toString(
                words.length == 0 ? null : words));
        assertThat(answer).isEqualTo(call.getReturnType() == long.class ? NOW_NS
                : call.getReturnType() == Step.class ? chosen : null);
    }

    /** Something else for each of them, so that no two can change places. */
    private Object[] words(Method call) {
        Iterator<Step> steps = model.steps().iterator();
        RunResult result = new Run(model, new InOrder()).atMost(1).go();
        return Arrays.stream(call.getParameterTypes()).map(type -> type == Step.class
                ? steps.next() : type == Model.class ? model
                : type == RunResult.class ? result : null).toArray();
    }
}
