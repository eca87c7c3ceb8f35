package org.exitrace.reports.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.view.CheckView;
import org.exitrace.reports.view.Verdict;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What servers are told of a verification. */
class ChecksTest {

    private static final List<CheckView> THREE = List.of(
            new CheckView("scenario-expectation", "mail/lost-ring", "once", Verdict.HELD,
                    "replay: it broke what it was to break", "mail/lost-ring.yaml", 0,
                    "./exitrace verify mail/lost-ring --design once"),
            new CheckView("scenario-expectation", "mail/lost-ring", "latched", Verdict.BROKEN,
                    "explore: \"mail\" <is> read & lost", "mail/lost ring.yaml", 12,
                    "./exitrace verify mail/lost-ring --design latched"),
            new CheckView("table-row", "conformance/mail", "DIG/deep", Verdict.UNDECIDED,
                    "a bound stopped it", "/tables/mail.tsv", 3,
                    "./exitrace verify conformance/mail -v"));

    @Test
    void writesBothFilesAsTheReviewedOnesAre() {
        Golden.check("checks.xml", JUnitXml.of(THREE));
        Golden.check("checks.sarif", SarifLog.of(THREE, "1.2.3"));
    }

    @Test
    void countsCasesFailuresAndWhatWasSkippedBySuite() throws Exception {
        Document document = valid(JUnitXml.of(THREE));
        var suite = document.getElementsByTagName("testsuite").item(0).getAttributes();

        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("2");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Property(tries = 200)
    void isValidXmlWhateverTheReasonsAre(@ForAll String why) throws Exception {
        Document document = valid(JUnitXml.of(List.of(with(why))));

        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Property(tries = 200)
    void hasWhatSarifRequires(@ForAll String why) {
        JsonNode log = JsonMapper.shared().readTree(SarifLog.of(List.of(with(why)), "1"));

        assertThat(log.get("version").stringValue()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        assertThat(run.get("tool").get("driver").get("name").stringValue()).isEqualTo("exitrace");
        JsonNode result = run.get("results").get(0);
        assertThat(result.get("message").get("text").stringValue()).contains(why);
        JsonNode rule = run.get("tool").get("driver").get("rules")
                .get(result.get("ruleIndex").intValue());
        assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }

    /** Section 3.27.9: where the kind is not fail, the level is none. */
    @Test
    void leavesOutWhatHeldAndCallsUndecidedOnesOpen() {
        JsonNode results = JsonMapper.shared().readTree(SarifLog.of(THREE, "1"))
                .get("runs").get(0).get("results");

        assertThat(results).extracting(result -> result.get("kind").stringValue() + " "
                + result.get("level").stringValue()).containsExactly("fail error", "open none");
        assertThat(results).extracting(result -> result.get("locations").get(0)
                .get("physicalLocation").get("artifactLocation").get("uri").stringValue())
                .containsExactly("mail/lost%20ring.yaml", "file:///tables/mail.tsv")
                .allMatch(uri -> URI.create(uri) != null);
    }

    private static CheckView with(String why) {
        return new CheckView("table-row", "s" + why, "n" + why, Verdict.BROKEN, why, "f", 1, "r");
    }

    /** Valid against the schema in the test's resources, of our own writing. */
    private static Document valid(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ChecksTest.class.getResource("junit.xsd")).newValidator()
                .validate(new StreamSource(new StringReader(xml)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
