package org.exitrace.reports.text;

import org.exitrace.reports.sample.Golden;
import org.exitrace.reports.sample.MailboxRuns;
import org.junit.jupiter.api.Test;

class TextTraceTest {

    @Test
    void showsTheLostRingAsTheReviewedFileDoes() {
        Golden.check("lost-ring.txt", TextTrace.of(MailboxRuns.lostRing()));
    }

    @Test
    void showsVirtualTimesOfATimedRun() {
        Golden.check("prompt.txt", TextTrace.of(MailboxRuns.prompt()));
    }
}
