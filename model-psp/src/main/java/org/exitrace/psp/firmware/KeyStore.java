package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;

/**
 * Where the platform's keys outlive a shutdown, wrapped: flash memory, or the 32 KiB of memory
 * that INIT_EX names and that the driver writes to a file.
 */
public final class KeyStore extends Region {

    /** What stands in it. */
    public final EnumCell<Content> content = cells().choice("content", Content.class);
    /** The keys in it; dead unless {@link Content#KEYS}. */
    public final Identity identity = new Identity(cells());
    /** History: keys in it turned out broken, and are gone. */
    public final FlagCell erased = ghost().flag("erased");

    /** Declares it in {@code scope}: empty, as on a new part. */
    public KeyStore(CellScope scope) {
        super(scope);
    }

    /** Saves {@code keys}. */
    public void save(Identity keys) {
        content.become(Content.KEYS);
        identity.take(keys);
    }

    /** Makes it {@code other} than keys. */
    public void lose(Content other) {
        content.become(other);
        identity.clear();
    }

    /** Empties it, since what stands in it are no keys. */
    public void erase() {
        lose(Content.EMPTY);
        erased.raise();
    }

    /** What a place for keys can hold. */
    public enum Content {
        /** All bytes are 0xFF. */
        EMPTY,
        /** Wrapped keys. */
        KEYS,
        /** Something whose HMAC or wrapping is wrong. */
        CORRUPT
    }
}
