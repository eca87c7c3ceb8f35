package org.exitrace.cli;

import java.util.List;
import org.exitrace.cli.text.JsonObject;
import org.exitrace.cli.text.Sheet;
import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;
import org.exitrace.engine.property.Property;
import org.exitrace.reports.statistics.Durations;
import org.exitrace.scenarios.file.Scenario;
import org.exitrace.scenarios.file.ScenarioDesign;
import org.exitrace.scenarios.table.CheckRow;
import org.exitrace.scenarios.table.CheckTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells everything about one scenario, or one table of checks. */
@Command(name = "show",
        description = "Tells a scenario's story, designs, switches, properties and sources, or the"
                + " rows of a table of checks.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./exitrace show ap-boot/lost-wake-up", "  ./exitrace show my-own.yaml",
            "  ./exitrace show conformance/psp/asids"})
final class ShowVerb extends Verb {

    private static final int WIDE = 28;

    @Parameters(paramLabel = "S", description = "The scenario or table: its name in the catalogue,"
            + " or a file ending in .yaml.")
    private String name;

    ShowVerb(Session session) {
        super(VerbName.SHOW, session);
    }

    @Override
    Answer answer() {
        return session().tables().find(name).map(ShowVerb::answer)
                .orElseGet(this::scenarioAnswer);
    }

    private static Answer answer(CheckTable table) {
        Sheet sheet = new Sheet().add("table", table.name()).add("title", table.title())
                .add("rows", Integer.toString(table.rows().size()));
        for (CheckRow row : table.rows()) {
            sheet.gap().line(row.id()).add("  kernels", String.join(", ", row.kernels()))
                    .add("  machine", usual(row.machine()))
                    .add("  given", row.given()).add("  asks", row.asks())
                    .add("  gives", row.gives()).add("  source", row.source());
        }
        return Answer.of(sheet.toString(), new JsonObject().put("table", table.name())
                .put("title", table.title())
                .put("rows", table.rows().stream().map(TableVerification::json).toList()));
    }

    private static String usual(String column) {
        return column.equals("-") ? "" : column;
    }

    private Answer scenarioAnswer() {
        Scenario scenario = session().library().scenario(name);
        List<Property> properties = scenario.build(scenario.usualDesign()).properties();
        Sheet sheet = new Sheet().add("scenario", scenario.name()).add("title", scenario.title())
                .gap().add("about", scenario.about()).gap().addAll("sources", scenario.sources())
                .add("machine", new Chosen(scenario, scenario.usualDesign(), name).machine())
                .add("profile", scenario.profile())
                .add("reach", String.join(", ", scenario.reach()));
        sheet.gap().line("Designs, the first the usual one:");
        scenario.designs().forEach(design -> write(design, sheet));
        sheet.gap().line("Switches of machine '" + scenario.kind().name() + "':");
        scenario.switches().forEach(choice -> write(choice, sheet));
        sheet.gap().line("Properties:");
        properties.forEach(property -> write(property, sheet));
        return Answer.of(sheet.toString(), ScenarioJson.of(scenario, properties));
    }

    private static void write(ScenarioDesign design, Sheet out) {
        Sheet sheet = new Sheet(WIDE)
                .add("  " + design.name(), design.title().isEmpty() ? "-" : design.title())
                .add("    expects", design.expectation().toString())
                .add("    switches", design.switches().differences().isEmpty() ? "all as usual"
                        : design.switches().differences().toString().replaceAll("[{}]", ""))
                .add("    replays", design.recorded())
                .add("    runs", design.runs().map(plan -> Durations.grouped(plan.count()) + " "
                        + plan.strategy() + ", seed " + plan.seed()).orElse(""))
                .add("    explores", design.exploration().map(ExploreSettings::told).orElse(""));
        out.block(sheet.toString());
    }

    private static void write(Switch<?> choice, Sheet out) {
        out.line("  " + choice.name() + ": " + choice.question());
        Sheet sheet = new Sheet(WIDE);
        for (Object each : choice.values()) {
            SwitchValue value = (SwitchValue) each;
            sheet.add("    " + value.label(), value.meaning()
                    + (value == choice.usual() ? " (usual)" : ""));
            sheet.add("", value.source().isEmpty() ? "" : "source: " + value.source());
        }
        out.block(sheet.toString());
    }

    private static void write(Property property, Sheet out) {
        out.block(new Sheet(WIDE)
                .add("  " + property.id(), property.kind() + ": " + property.sentence())
                .add("", property.because().isEmpty() ? "" : "because " + property.because())
                .add("", property.source().isEmpty() ? "" : "source: " + property.source())
                .toString());
    }
}
