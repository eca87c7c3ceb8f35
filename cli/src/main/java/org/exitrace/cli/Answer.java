package org.exitrace.cli;

import org.exitrace.cli.text.JsonObject;

/**
 * What a verb has to say.
 *
 * @param status what the process ends with
 * @param text for people
 * @param document for programs: what is special to the verb
 */
record Answer(ExitStatus status, String text, JsonObject document) {

    /** An answer of a verb that judges nothing. */
    static Answer of(String text, JsonObject document) {
        return new Answer(ExitStatus.HOLDS, text, document);
    }
}
