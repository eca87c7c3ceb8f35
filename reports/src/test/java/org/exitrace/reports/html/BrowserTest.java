package org.exitrace.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exitrace.reports.sample.MadeUpRun;
import org.exitrace.reports.sample.MailboxRuns;
import org.exitrace.reports.sample.Studies;
import org.junit.jupiter.api.Test;

class BrowserTest {

    private static final String OVERFLOW = "document.body.dataset.overflow ="
            + " document.documentElement.scrollWidth - document.documentElement.clientWidth;";
    private static final String PRESS = "const lanes = document.querySelector('.lanes');"
            + "const press = key => lanes.dispatchEvent("
            + "new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));"
            + "const panel = () => document.querySelector('.panel').textContent;";

    @Test
    void buildsALaneForEachActorAndARowForEachStep() throws Exception {
        String page = HtmlReport.run(MailboxRuns.prompt());
        String document = Chromium.installed().document("prompt", page, OVERFLOW, 1280);

        assertThat(document).contains("data-ready=\"yes\"", "data-overflow=\"0\"");
        assertThat(document.split("class=\"row\"", -1)).hasSize(8);
        assertThat(document.split("<text class=\"actor\"", -1)).hasSize(4);
        assertThat(document).contains("step 5 makes step 6 possible: dig: greet the reader",
                "step 2 acts on what step 1 wrote: box.letters = 1");
    }

    @Test
    void opensAtTheBrokenStepAndMovesWithTheArrowKeys() throws Exception {
        String page = HtmlReport.run(MailboxRuns.lostRing());
        String document = Chromium.installed().document("lost", page, PRESS
                + "const body = document.body.dataset;"
                + "body.first = panel(); press('ArrowUp'); body.second = panel();"
                + "press('ArrowUp'); press('ArrowLeft'); body.third = panel();"
                + "press('Home'); body.fourth = panel(); press('End'); body.last = panel();", 1280);

        assertThat(document).contains("data-first=\"Step 6", "data-second=\"Step 5",
                "data-third=\"Step 2", "data-fourth=\"First state", "data-last=\"Step 6");
        assertThat(document).containsPattern("data-first=\"[^\"]*moodASLEEPwas DROWSY");
        assertThat(document).containsPattern("data-third=\"[^\"]*letters0");
    }

    @Test
    void keepsARegionClosedThatAReaderClosed() throws Exception {
        String page = HtmlReport.run(MailboxRuns.lostRing());
        String document = Chromium.installed().document("closed", page, PRESS
                + "const open = () => [...document.querySelectorAll('.region')]"
                + ".map(region => region.open).join();"
                + "document.querySelectorAll('.region summary')[1].click(); press('ArrowUp');"
                + "document.body.dataset.open = open();", 1280);

        assertThat(document).contains("data-open=\"true,false,true,true\"");
    }

    @Test
    void drawsOnlyTheRowsInSightOfALongRun() throws Exception {
        String page = HtmlReport.run(MadeUpRun.of(8, 20_000, "", true));
        String document = Chromium.installed().document("long", page, PRESS + OVERFLOW
                + "press('End'); document.body.dataset.last = panel();", 800);

        assertThat(document).contains("data-ready=\"yes\"", "data-overflow=\"0\"",
                "data-last=\"Step 20000", "class=\"end\"");
        assertThat(document.split("class=\"row\"", -1).length).isBetween(10, 120);
    }

    @Test
    void keepsTheNamesOfStepsInSightBesideHundredsOfLanes() throws Exception {
        String page = HtmlReport.run(MadeUpRun.of(300, 400, "", true));
        String document = Chromium.installed().document("lanes", page, OVERFLOW
                + "document.body.dataset.names = document.querySelector('.name')"
                + ".getBoundingClientRect().left < innerWidth / 2;", 1280);

        assertThat(document).contains("data-ready=\"yes\"", "data-overflow=\"0\"",
                "data-names=\"true\"");
    }

    @Test
    void keepsLabelsBetweenTheLanes() throws Exception {
        String probe = "const lanes = [...document.querySelectorAll('.lines line')]"
                + ".map(line => +line.getAttribute('x1'));"
                + "const labels = [...document.querySelectorAll('.arrow text, .state')];"
                + "const crosses = label => { const box = label.getBBox();"
                + "return lanes.some(x => x > box.x + 0.5 && x < box.x + box.width - 0.5); };"
                + "document.body.dataset.labels = labels.length > 0;"
                + "document.body.dataset.crossed = labels.filter(crosses).length;";
        for (int actors : List.of(3, 5, 8, 20)) {
            String page = HtmlReport.run(MadeUpRun.of(actors, 40, "", true));
            String document = Chromium.installed().document("labels", page, probe, 800);
            assertThat(document).as(actors + " actors")
                    .contains("data-labels=\"true\"", "data-crossed=\"0\"");
        }
        assertThat(Chromium.installed().document(
                "caption", HtmlReport.run(MailboxRuns.prompt()), probe, 800))
                .contains("data-labels=\"true\"", "data-crossed=\"0\"");
    }

    @Test
    void showsHostileNamesWithoutRunningThem() throws Exception {
        String mark = "</script><script>document.title='hit'</script>";
        String page = HtmlReport.run(MadeUpRun.of(3, 30, mark, false));
        String document = Chromium.installed().document("hostile", page, OVERFLOW, 800);

        assertThat(document).contains("data-ready=\"yes\"", "data-overflow=\"0\"")
                .doesNotContain("<title>hit");
    }

    @Test
    void showsASearchAndTimingStudiesWithoutOverflow() throws Exception {
        Chromium chromium = Chromium.installed();
        String search = chromium.document(
                "search", HtmlReport.exploration(Studies.search(1000)), OVERFLOW, 800);
        String timing = chromium.document(
                "timing", HtmlReport.timing(Studies.timing()), OVERFLOW, 800);

        String study = chromium.document("study", HtmlReport.study(
                Studies.study("original", "repaired-with-a-long-name")), OVERFLOW, 800);

        assertThat(study).contains("data-ready=\"yes\"", "data-overflow=\"0\"");
        assertThat(search).contains("data-ready=\"yes\"", "data-overflow=\"0\"")
                .contains("id=\"run-1-row-6\"");
        assertThat(timing).contains("data-ready=\"yes\"", "data-overflow=\"0\"");
    }

    @Test
    void opensTheScheduleOfABrokenCellByOneClick() throws Exception {
        String page = HtmlReport.comparison(Studies.comparison("early", "late", "never"));
        String document = Chromium.installed().document("comparison", page, OVERFLOW
                + "document.querySelector('.matrix .broken a').click();"
                + "const body = document.body.dataset;"
                + "body.at = location.hash; body.step = document.querySelector('.panel')"
                + ".textContent.slice(0, 6);", 800);

        assertThat(document).contains("data-ready=\"yes\"", "data-overflow=\"0\"",
                "data-at=\"#schedule-1\"", "data-step=\"Step 6\"", "id=\"run-1-row-6\"");
    }
}
