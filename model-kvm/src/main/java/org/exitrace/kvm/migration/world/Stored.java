package org.exitrace.kvm.migration.world;

import org.exitrace.kvm.migration.spec.PageType;

/**
 * What is in a page of a host's memory, as who has no key sees it. Contents are a version's number
 * and what they are encrypted with; with the wrong key, or with none, they are noise.
 */
public enum Stored {
    /** Nothing was ever written. */
    NOTHING,
    /** As the guest wrote it. */
    PLAIN,
    /** Under the key that the guest has on the source. */
    SOURCE_KEY,
    /** Under the key that the guest has on the destination. */
    DESTINATION_KEY,
    /** What comes out of a decryption with a key that it was not encrypted with. */
    NOISE;

    /** What a store of a guest at {@code place} leaves in a page of {@code type}. */
    public static Stored by(PageType type, Place place) {
        if (type == PageType.SHARED) {
            return PLAIN;
        }
        return place == Place.SOURCE ? SOURCE_KEY : DESTINATION_KEY;
    }
}
