package org.exitrace.cli;

final class ReportVerb extends Verb {
    ReportVerb(Session session) {
        super(VerbName.REPORT, session);
    }

    @Override
    Answer answer() {
        throw new UnsupportedOperationException();
    }
}
