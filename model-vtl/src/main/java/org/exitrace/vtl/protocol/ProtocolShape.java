package org.exitrace.vtl.protocol;

/**
 * Which room it is, and how large.
 *
 * @param story the protocol
 * @param levels trust levels of a processor, 2 to 3
 * @param others those beside the main actor of the protocol, 1 to 3
 */
public record ProtocolShape(ProtocolStory story, int levels, int others) {

    /** Most levels, and most others. */
    public static final int MOST = 3;

    /** The smallest room of {@code story}. */
    public static ProtocolShape smallest(ProtocolStory story) {
        return new ProtocolShape(story, 2, 1);
    }
}
