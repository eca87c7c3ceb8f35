package org.exitrace.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.exitrace.reports.sample.MadeUpRun;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.sample.Studies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final String HOSTILE =
            "<script>alert(1)</script>\"'&]]>-->\u2028\u0007\ud83d\ude00\ud800";

    static Stream<String> pages() {
        return Stream.of(HtmlReport.run(MailboxRuns.lostRing()),
                HtmlReport.run(MailboxRuns.prompt()),
                HtmlReport.run(MadeUpRun.of(3, 30, HOSTILE, true)),
                HtmlReport.exploration(Studies.search(1000)),
                HtmlReport.exploration(Studies.search(5)),
                HtmlReport.timing(Studies.timing(), Studies.study("one", "two").parts()),
                HtmlReport.study(Studies.study("one", HOSTILE)),
                HtmlReport.comparison(Studies.comparison("early", "late", HOSTILE)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isWellFormedAsXmlWithLanguageAndTitle(String page) throws Exception {
        Document document = parse(page);

        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(texts(document, "title").get(0)).endsWith(" - Exitrace");
        assertThat(texts(document, "h1")).hasSize(1);
    }

    @Test
    void leadsFromABrokenCellToItsScheduleAndTheLineThatRepeatsIt() throws Exception {
        Document page = parse(HtmlReport.comparison(Studies.comparison("early", "late")));

        assertThat(texts(page, "a")).contains("\u2715 BROKEN");
        assertThat(page.getElementsByTagName("a").item(0).getAttributes().getNamedItem("href")
                .getNodeValue()).isEqualTo("#schedule-1");
        assertThat(texts(page, "code")).contains("./exitrace replay xt1.mail");
        assertThat(texts(page, "h2")).contains("[1] late in garden, 6 steps", "Steps");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void asksNothingOfAnyNetwork(String page) throws Exception {
        Document document = parse(page);
        List<String> references = new ArrayList<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            references.add(element.getAttribute("href") + element.getAttribute("src"));
            assertThat(element.getTagName()).isNotIn("link", "img", "iframe", "object", "base");
        }

        assertThat(references).allMatch(r -> r.isEmpty() || r.startsWith("#"));
        assertThat(page).contains("default-src 'none'").doesNotContain("@import", "url(");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:");
    }

    @Test
    void keepsHostileNamesAsText() throws Exception {
        Document document = parse(HtmlReport.run(MadeUpRun.of(3, 30, HOSTILE, true)));

        assertThat(texts(document, "h1").get(0)).isEqualTo("made-up/run"
                + "<script>alert(1)</script>\"'&]]>-->\u2028\ufffd\ud83d\ude00\ufffd");
        assertThat(texts(document, "script")).hasSize(2)
                .noneMatch(script -> script.startsWith("alert"));
        assertThat(texts(document, "script").get(0)).doesNotContain("<", ">", "&", "\u2028");
    }

    @Test
    void tellsWhatEachSwitchOfTheDesignMeans() throws Exception {
        Document document = parse(HtmlReport.run(MailboxRuns.prompt()));

        assertThat(texts(document, "td")).contains("latchedusually once", "ours")
                .anyMatch(cell -> cell.startsWith("The bell is remembered until a reader sleeps."));
    }

    @Test
    void linksABrokenPropertyToTheStepThatBrokeIt() throws Exception {
        Document run = parse(HtmlReport.run(MailboxRuns.lostRing()));
        Document search = parse(HtmlReport.exploration(Studies.search(1000)));

        assertThat(links(run)).containsOnly("#run-step-6");
        assertThat(links(search)).containsOnly("#run-1-step-6");
        assertThat(texts(search, "h2")).contains("mail-is-read, deadlock: broken in 6 steps");
    }

    @Test
    void saysOfASearchThatABoundStoppedThatItIsNotExhaustive() {
        assertThat(HtmlReport.exploration(Studies.search(5)))
                .contains("NOT exhaustive: stopped by the bound on states");
    }

    @Test
    void writesTheSameBytesForTheSameRun() {
        assertThat(HtmlReport.run(MailboxRuns.lostRing()))
                .isEqualTo(HtmlReport.run(MailboxRuns.lostRing()));
    }

    @Test
    void storesARunOfThousandsOfStepsAsChangesOnly() {
        assertThat(HtmlReport.run(MadeUpRun.of(8, 20_000, "", true)).length())
                .isLessThan(2_000_000);
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }

    private static List<String> texts(Document document, String element) {
        List<String> texts = new ArrayList<>();
        NodeList all = document.getElementsByTagName(element);
        for (int i = 0; i < all.getLength(); i++) {
            texts.add(all.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> links(Document document) {
        List<String> links = new ArrayList<>();
        NodeList all = document.getElementsByTagName("a");
        for (int i = 0; i < all.getLength(); i++) {
            links.add(((Element) all.item(i)).getAttribute("href"));
        }
        return links;
    }
}
