package org.exitrace.psp.firmware;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is measured of a launch: SHA-256, folded to 64 bits.
 *
 * <p>The firmware keeps one running digest of the bytes that LAUNCH_UPDATE commands were given, in
 * call order, without addresses, lengths or borders of calls. The smallest piece of memory here is
 * a page, so that each page's bytes are folded in by a digest of their own: two pages in one call
 * and the same pages in two calls still give the same digest. Source: docs/sev-firmware.md, d.
 */
public final class LaunchDigest {

    private static final int LONG_BYTES = 8;
    /** The first byte of what a measurement is made of. */
    private static final long MEASURE_CONTEXT = 0x04;

    private LaunchDigest() {
    }

    /** The digest of nothing. */
    public static long start() {
        return of();
    }

    /** The digest that was {@code digest}, with {@code bytes} behind. */
    public static long update(long digest, long bytes) {
        return of(digest, bytes);
    }

    /**
     * The measurement: keyed by {@code integrityKey}, over what is fixed for a firmware build and
     * therefore left out, and over {@code policy}, {@code digest} and a fresh {@code nonce}.
     */
    public static long measurement(long integrityKey, long policy, long digest, long nonce) {
        return of(integrityKey, MEASURE_CONTEXT, policy, digest, nonce);
    }

    private static long of(long... words) {
        MessageDigest sha = sha256();
        byte[] bytes = new byte[words.length * LONG_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / LONG_BYTES] >>> Byte.SIZE * (i % LONG_BYTES));
        }
        return fold(sha.digest(bytes));
    }

    private static long fold(byte[] hash) {
        long folded = 0;
        for (int i = 0; i < hash.length; i++) {
            folded ^= (hash[i] & 0xFFL) << Byte.SIZE * (i % LONG_BYTES);
        }
        return folded;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java platform lacks SHA-256; each must have it",
                    missing);
        }
    }
}
