package org.exitrace.cli;

final class VerifyVerb extends Verb {
    VerifyVerb(Session session) {
        super(VerbName.VERIFY, session);
    }

    @Override
    Answer answer() {
        throw new UnsupportedOperationException();
    }
}
