package org.exitrace.reports.view;

import java.util.List;

/**
 * What a step of one actor meant to a later step of another: it made it possible, or wrote what it
 * acted on, or both.
 *
 * @param from number of the step of the one
 * @param to number of the step of the other
 * @param enabled what became possible, in words; empty where the step was possible anyway
 * @param messages what was written by the one and acted on by the other; empty where footprints
 *     were not recorded
 */
public record Arrow(int from, int to, String enabled, List<Message> messages) {

    /** Keeps a copy of the messages. */
    public Arrow {
        messages = List.copyOf(messages);
    }
}
