package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.script.Operation;
import org.exitrace.engine.script.Parameter;
import org.exitrace.scenarios.document.DidYouMean;
import org.exitrace.scenarios.document.UnusableInputException;
import org.exitrace.scenarios.machine.MachineKind;
import org.exitrace.scenarios.machine.MachineSwitches;
import org.exitrace.scenarios.machine.ScriptedRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what scenario files can name: machines with their parameters, and operations. */
@Command(name = "ops",
        description = "Lists the kinds of machine with their parameters, and the operations that"
                + " scripted actors can be told to do, with arguments and results.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace ops", "  ./exitrace ops ap-boot", "  ./exitrace ops vmm"})
final class OpsVerb extends Verb {

    private static final int WIDE = 18;

    @Parameters(paramLabel = "WORD", arity = "0..*",
            description = "Only these kinds of machine, roles or operations.")
    private List<String> words = new ArrayList<>();

    private final List<String> known = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    OpsVerb(Session session) {
        super(VerbName.OPS, session);
    }

    @Override
    Answer answer() {
        Sheet sheet = new Sheet(WIDE);
        List<JsonObject> documents = new ArrayList<>();
        for (MachineKind kind : session().kinds().all()) {
            boolean wanted = isWanted(kind.name());
            List<JsonObject> roles = new ArrayList<>();
            Sheet operations = new Sheet(WIDE);
            for (ScriptedRole<?> role : kind.roles()) {
                addRole(role, wanted, operations, roles);
            }
            if (wanted || !roles.isEmpty()) {
                write(kind, sheet);
                sheet.block(operations.toString());
                documents.add(document(kind, roles));
            }
        }
        words.stream().filter(word -> !found.contains(word)).findFirst().ifPresent(word -> {
            throw new UnusableInputException("there is no kind of machine, role or operation '"
                    + word + "'; " + DidYouMean.remedy(word, known));
        });
        return Answer.of(sheet.toString(), new JsonObject().put("machines", documents));
    }

    private <R> void addRole(
            ScriptedRole<R> role, boolean wanted, Sheet out, List<JsonObject> documents) {
        boolean whole = isWanted(role.name()) | wanted;
        List<JsonObject> operations = new ArrayList<>();
        Sheet sheet = new Sheet(WIDE);
        for (Operation<R> operation : role.operations()) {
            if (isWanted(operation.name()) | whole) {
                write(operation, sheet);
                operations.add(document(operation));
            }
        }
        if (!operations.isEmpty()) {
            out.gap().add("role " + role.name(), role.meaning()).block(sheet.toString());
            documents.add(new JsonObject().put("role", role.name())
                    .put("meaning", role.meaning()).put("operations", operations));
        }
    }

    private boolean isWanted(String name) {
        known.add(name);
        if (words.contains(name)) {
            found.add(name);
            return true;
        }
        return words.isEmpty();
    }

    private static void write(MachineKind kind, Sheet sheet) {
        sheet.add("machine " + kind.name(), kind.meaning());
        kind.parameters().forEach(parameter -> sheet.add("  " + parameter.name(), told(parameter)));
        String told = "(./exitrace show tells their values)";
        Map<String, MachineSwitches> machines = MachineSwitches.ofKind(kind);
        if (machines.size() > 1) {
            sheet.add("  switches", told);
        }
        machines.forEach((machine, switches) -> {
            String names = String.join(", ", switches.names());
            sheet.add(machine.isEmpty() ? "  switches" : "    " + machine,
                    machine.isEmpty() ? names + " " + told : names);
        });
    }

    private static void write(Operation<?> operation, Sheet sheet) {
        sheet.gap().line("  " + operation.name());
        sheet.add("", operation.meaning());
        operation.parameters().forEach(parameter ->
                sheet.add("    " + parameter.name(), told(parameter)));
        sheet.add("    gives", operation.results().isEmpty() ? "nothing"
                : "one of " + String.join(", ", operation.results()));
        sheet.add("    source", operation.source());
    }

    private static String told(Parameter parameter) {
        return parameter.allowed() + (parameter.isRequired() ? ""
                : ", usually " + parameter.usual()) + ": " + parameter.meaning();
    }

    private static JsonObject document(MachineKind kind, List<JsonObject> roles) {
        Map<String, MachineSwitches> machines = MachineSwitches.ofKind(kind);
        return new JsonObject().put("kind", kind.name()).put("meaning", kind.meaning())
                .put("parameters", parameters(kind.parameters()))
                .put("switches", ScenarioJson.switches(machines.values().stream()
                        .flatMap(switches -> switches.all().stream()).distinct()
                        .<Switch<?>>map(choice -> choice).toList()))
                .put("switchesOf", namesOf(machines)).put("roles", roles);
    }

    /** Empty where all machines of a kind have the same. */
    private static JsonObject namesOf(Map<String, MachineSwitches> machines) {
        JsonObject names = new JsonObject();
        machines.forEach((machine, switches) -> {
            if (!machine.isEmpty()) {
                names.put(machine, switches.names());
            }
        });
        return names;
    }

    private static JsonObject document(Operation<?> operation) {
        return new JsonObject().put("name", operation.name()).put("meaning", operation.meaning())
                .put("source", operation.source())
                .put("parameters", parameters(operation.parameters()))
                .put("results", operation.results());
    }

    private static List<JsonObject> parameters(List<Parameter> parameters) {
        return parameters.stream().map(parameter -> new JsonObject()
                .put("name", parameter.name()).put("meaning", parameter.meaning())
                .put("words", parameter.words()).put("least", parameter.least())
                .put("most", parameter.most()).put("usual", parameter.usual())).toList();
    }
}
