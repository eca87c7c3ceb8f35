package org.exitrace.kvm.exittable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exitrace.engine.design.Design;
import org.exitrace.engine.design.UnknownSwitchException;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.run.Enabled;
import org.exitrace.engine.run.Run;
import org.exitrace.engine.run.RunEnd;
import org.exitrace.engine.run.RunObserver;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Script;
import org.exitrace.engine.step.Step;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.kvm.conformance.KernelResult;
import org.exitrace.kvm.conformance.KernelRow;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.exchange.ExchangeMachine;
import org.exitrace.kvm.exchange.ExchangeParameters;
import org.exitrace.kvm.exchange.ExchangeShape;

/** One row on a machine of its own in each of its kernels: what is given, then VMGEXIT. */
final class ExitRun {

    private static final long MOST_STEPS = 10_000;
    private static final String USUAL = "vcpus=1 buffer-words=2";

    private final KernelRow row;
    private final List<String> given;
    private final RunObserver[] observers;

    ExitRun(KernelRow row, List<String> given, RunObserver... observers) {
        this.row = row;
        this.given = given;
        this.observers = observers;
    }

    KernelResult go() {
        String gave = "";
        for (KernelProfile profile : row.kernels()) {
            gave = gives(profile);
            if (!gave.equals(row.gives())) {
                return new KernelResult(row, gave, profile.label() + ": must give "
                        + row.gives() + " and gave " + gave);
            }
        }
        return new KernelResult(row, gave, "");
    }

    private String gives(KernelProfile profile) {
        Design design = design(profile);
        Arguments arguments = arguments();
        GivenPage page = new GivenPage(row, given, ExchangeParameters.bounds(arguments));
        Map<Integer, Script<GhcbGuest>> scripts = new TreeMap<>();
        scripts.put(page.asker(), page.script());
        page.others().ifPresent(script -> scripts.put(0, script));
        ExchangeShape shape = ExchangeParameters.shape(arguments, scripts);
        Model model = ExchangeMachine.of(shape, design);
        ExitAnswer answer = new ExitAnswer(model, page);
        Run run = new Run(model, enabled -> next(enabled, page)).atMost(MOST_STEPS)
                .withoutProperties().tell(answer);
        for (RunObserver observer : observers) {
            run.tell(observer);
        }
        return run.go().end() == RunEnd.AT_REST ? answer.text()
                : "nothing within " + MOST_STEPS + " steps";
    }

    /** Whoever asks goes first; others act while it can do nothing. */
    private static Step next(Enabled enabled, GivenPage page) {
        String asker = "vcpu" + page.asker() + " ";
        for (int i = 0; i < enabled.size(); i++) {
            if (enabled.get(i).fullName().startsWith(asker)) {
                return enabled.get(i);
            }
        }
        return enabled.get(0);
    }

    /** A word of the machine that is the name of a switch says how the host answers. */
    private Design design(KernelProfile profile) {
        Design design = ExchangeMachine.usualDesign()
                .with(KernelProfile.SWITCH.name(), profile.label());
        for (Map.Entry<String, String> word : words().entrySet()) {
            if (isSwitch(word.getKey())) {
                try {
                    design = design.with(word.getKey(), word.getValue());
                } catch (UnknownSwitchException wrong) {
                    throw row.at().wrong(wrong.getMessage());
                }
            }
        }
        return design;
    }

    private static boolean isSwitch(String name) {
        return ExchangeMachine.SWITCHES.stream().anyMatch(one -> one.name().equals(name));
    }

    private Map<String, String> words() {
        Map<String, String> values = new LinkedHashMap<>();
        read(USUAL, values);
        if (!row.machine().equals("-")) {
            read(row.machine(), values);
        }
        return values;
    }

    private Arguments arguments() {
        Map<String, String> values = words();
        values.keySet().removeIf(ExitRun::isSwitch);
        try {
            return Arguments.of(ExchangeParameters.all(), values);
        } catch (IllegalArgumentException wrong) {
            throw row.at().wrong(wrong.getMessage());
        }
    }

    private void read(String machine, Map<String, String> into) {
        for (String word : machine.split(" +")) {
            String[] pair = word.split("=", 2);
            if (pair.length < 2) {
                throw row.at().wrong("'" + word + "' of the machine '" + machine
                        + "': write name=value, or - for the usual one");
            }
            into.put(pair[0], pair[1]);
        }
    }
}
