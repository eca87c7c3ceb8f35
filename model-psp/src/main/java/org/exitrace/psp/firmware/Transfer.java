package org.exitrace.psp.firmware;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.Region;

/** The firmware's buffer for memory that it works on, page by page. Dead between commands. */
public final class Transfer extends Region {

    /** Which page of the command's range it is at, from 0. */
    public final CountCell at;
    /** What it read. */
    public final CountCell content = cells().count("content", Page.MOST_CONTENTS);
    /** The key with which that is encrypted; 0 for none. */
    public final CountCell cipher = cells().count("cipher", Entropy.MOST);

    /** Declares the cells in {@code scope}. */
    public Transfer(CellScope scope, FirmwareBounds bounds) {
        super(scope);
        at = cells().count("at", Math.max(1, bounds.pages()));
    }

    /** Reads {@code page}: one access. */
    public void read(Page page) {
        content.become(page.content.get());
        cipher.become(page.cipher.get());
    }

    /** Takes the encryption with {@code key} off what was read; with another key it is garbage. */
    public void decrypt(int key) {
        if (!cipher.is(key)) {
            content.become(Page.UNREADABLE);
        }
        cipher.clear();
    }

    /** Encrypts what was read with {@code key}; what is encrypted already becomes unreadable. */
    public void encrypt(int key) {
        if (!cipher.is(0)) {
            content.become(Page.UNREADABLE);
        }
        cipher.become(key);
    }

    /** Writes it to {@code page}: one access. The buffer is empty then. */
    public void write(Firmware firmware, Page page) {
        firmware.write(page.number(), content.get());
        page.cipher.become(cipher.get());
        forget();
    }

    /** Empties the buffer. */
    public void forget() {
        content.clear();
        cipher.clear();
    }

    /** The bytes that were read, as a digest sees them: ciphertext depends on the address. */
    public long bytes(Page from) {
        return cipher.is(0) ? content.get()
                : content.get() | (long) cipher.get() << 8 | (from.number() + 1L) << 16;
    }
}
