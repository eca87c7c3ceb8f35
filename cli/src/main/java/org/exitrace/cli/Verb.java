package org.exitrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.exitrace.cli.terminal.Console;
import org.exitrace.cli.text.JsonObject;
import picocli.CommandLine.Option;

/** One verb of the command line. */
abstract class Verb implements Callable<Integer> {

    /** Version of the documents; it changes when a key goes or changes its meaning. */
    static final int DOCUMENT_FORMAT = 1;

    private final VerbName name;
    private final Session session;

    private final List<Runnable> saves = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON document; docs/json.md tells its keys.",
            order = 90)
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.",
            order = 91)
    private boolean help;

    Verb(VerbName name, Session session) {
        this.name = name;
        this.session = session;
    }

    /** Does it, and tells. */
    abstract Answer answer();

    @Override
    public final Integer call() {
        Answer answer = answer();
        if (json) {
            console().answer(document(answer).document());
        } else {
            console().show(answer.text());
        }
        // Behind the answer, which nobody loses to a full disk.
        saves.forEach(Runnable::run);
        return status(answer).code();
    }

    private ExitStatus status(Answer answer) {
        return session.interrupted().getAsBoolean() ? ExitStatus.INTERRUPTED : answer.status();
    }

    /** The whole document of {@code answer}. */
    final JsonObject document(Answer answer) {
        return document(name.word(), status(answer)).putAll(answer.document());
    }

    /** What all documents begin with. */
    static JsonObject document(String verb, ExitStatus status) {
        return new JsonObject().put("format", DOCUMENT_FORMAT).put("verb", verb)
                .put("status", status.code());
    }

    /** Saves something when the answer was given. */
    final void afterwards(Runnable save) {
        saves.add(save);
    }

    final Session session() {
        return session;
    }

    final Console console() {
        return session.console();
    }

    /** Whether somebody wants a document, and nothing else on standard output. */
    final boolean wantsJson() {
        return json;
    }
}
