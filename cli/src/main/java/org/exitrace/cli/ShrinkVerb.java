package org.exitrace.cli;

final class ShrinkVerb extends Verb {
    ShrinkVerb(Session session) {
        super(VerbName.SHRINK, session);
    }

    @Override
    Answer answer() {
        throw new UnsupportedOperationException();
    }
}
