package org.exitrace.cli;

final class TimeVerb extends Verb {
    TimeVerb(Session session) {
        super(VerbName.TIME, session);
    }

    @Override
    Answer answer() {
        throw new UnsupportedOperationException();
    }
}
