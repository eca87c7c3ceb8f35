package org.exitrace.cli;

final class FuzzVerb extends Verb {
    FuzzVerb(Session session) {
        super(VerbName.FUZZ, session);
    }

    @Override
    Answer answer() {
        throw new UnsupportedOperationException();
    }
}
