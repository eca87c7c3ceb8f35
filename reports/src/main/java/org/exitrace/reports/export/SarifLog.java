package org.exitrace.reports.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exitrace.reports.json.Json;
import org.exitrace.reports.view.CheckView;
import org.exitrace.reports.view.Verdict;

/**
 * What was verified in the Static Analysis Results Interchange Format, SARIF 2.1.0, which code
 * hosts show beside the lines of a change. What held is no result; what failed is an error, and
 * what was left undecided an open one (section 3.27.9 of the standard).
 */
public final class SarifLog {

    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("scenario-expectation", "A design shows what its scenario expects of it.");
        RULES.put("table-row", "The model answers as the table's row says.");
    }

    private SarifLog() {
    }

    /**
     * The whole document.
     *
     * @param version of the program
     */
    public static String of(List<CheckView> checks, String version) {
        Json json = new Json();
        json.object().key("$schema").value("https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                        + "errata01/os/schemas/sarif-schema-2.1.0.json")
                .key("version").value("2.1.0").line().key("runs").array().object().key("tool")
                .object().key("driver").object().key("name").value("exitrace")
                .key("version").value(version).key("rules").array();
        RULES.forEach((id, text) -> json.line().object().key("id").value(id)
                .key("shortDescription").object().key("text").value(text).endObject().endObject());
        json.endArray().endObject().endObject();
        json.line().key("columnKind").value("utf16CodeUnits").line().key("results").array();
        checks.stream().filter(check -> check.verdict() != Verdict.HELD)
                .forEach(check -> result(check, json.line()));
        return json.line().endArray().endObject().endArray().endObject() + "\n";
    }

    private static void result(CheckView check, Json json) {
        boolean fails = check.verdict() == Verdict.BROKEN;
        json.object().key("ruleId").value(check.rule()).key("ruleIndex")
                .value((long) List.copyOf(RULES.keySet()).indexOf(check.rule()))
                .key("kind").value(fails ? "fail" : "open")
                .key("level").value(fails ? "error" : "none");
        json.key("message").object().key("text").value(check.suite() + " " + check.name() + ": "
                + check.why() + "; repeat it with: " + check.repeat()).endObject();
        json.key("locations").array().object().key("physicalLocation").object();
        json.key("artifactLocation").object().key("uri").value(uri(check.file())).endObject();
        if (check.line() > 0) {
            json.key("region").object().key("startLine").value((long) check.line()).endObject();
        }
        json.endObject();
        json.key("logicalLocations").array().object().key("fullyQualifiedName")
                .value(check.suite() + "/" + check.name()).endObject().endArray();
        json.endObject().endArray();
        json.key("partialFingerprints").object().key("exitrace/v1")
                .value(check.suite() + "/" + check.name()).endObject().endObject();
    }

    /** Relative files stay so: they are looked for from the root of what was checked. */
    private static String uri(String file) {
        try {
            String path = new URI(null, null, "/" + file, null).toASCIIString();
            return file.startsWith("/") ? "file://" + path.substring(1) : path.substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(file, impossible);
        }
    }
}
