package org.exitrace.psp.command;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.PageType;

/**
 * The launch digest of an SNP guest: SHA-384 over PAGE_INFO, which holds the digest so far, the
 * hash of the page, its type, permissions and guest address. The state keeps it folded to 64 bits;
 * these stand for all 384 when the next page is added. Source: docs/sev-firmware.md, e.3.
 */
final class SnpDigest {

    private static final int HASH = 48;
    private static final int PAGE = 4096;
    private static final int PAGE_INFO = 0x70;
    private static final int BEFORE = 0;
    private static final int LENGTH = 2 * HASH;
    private static final int TYPE = LENGTH + Short.BYTES;
    private static final int IMAGE = TYPE + 1;
    /** VMPL3 first, then VMPL2 and VMPL1; a reserved byte follows. */
    private static final int PERMISSIONS = IMAGE + 1;
    private static final int ADDRESS = PAGE_INFO - Long.BYTES;
    private static final int VMPL_BITS = 4;
    private static final int VMPL_MASK = 0xF;
    private static final int OTHER_VMPLS = 3;
    /** Hashes of the pages that a model can tell apart, each filled with its content's number. */
    private static final byte[][] CONTENTS = contents();

    private SnpDigest() {
    }

    /** Adds page {@code page} to the digest of the command's guest, as the command says. */
    static void extend(Firmware fw, int page) {
        SnpGuest guest = fw.snpGuest();
        guest.digest.become(next(fw, page, guest.digest.get()));
        if (fw.command.snp.imi.isSet()) {
            guest.imageDigest.become(next(fw, page, guest.imageDigest.get()));
        }
    }

    private static long next(Firmware fw, int page, long before) {
        PageType type = fw.command.snp.type.get();
        byte[] info = new byte[PAGE_INFO];
        put(info, BEFORE, Long.BYTES, before);
        if (type.isMeasured()) {
            byte[] hash = CONTENTS[fw.pages.get(page).content.get()];
            System.arraycopy(hash, 0, info, HASH, HASH);
        }
        put(info, LENGTH, Short.BYTES, PAGE_INFO);
        put(info, TYPE, 1, type.number());
        put(info, IMAGE, 1, fw.command.snp.imi.isSet() ? 1 : 0);
        long permissions = fw.command.snp.permissions.get();
        for (int i = 0; i < OTHER_VMPLS; i++) {
            put(info, PERMISSIONS + i, 1,
                    permissions >> VMPL_BITS * (OTHER_VMPLS - 1 - i) & VMPL_MASK);
        }
        put(info, ADDRESS, Long.BYTES, (long) fw.pages.gpa(page) * PAGE);
        return fold(sha384(info));
    }

    /** Little-endian, as all of PAGE_INFO. */
    private static void put(byte[] info, int at, int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            info[at + i] = (byte) (value >>> Byte.SIZE * i);
        }
    }

    private static long fold(byte[] hash) {
        long folded = 0;
        for (int i = 0; i < hash.length; i++) {
            folded ^= (hash[i] & 0xFFL) << Byte.SIZE * (i % Long.BYTES);
        }
        return folded;
    }

    private static byte[][] contents() {
        byte[][] hashes = new byte[Page.MOST_CONTENTS + 1][];
        for (int content = 0; content < hashes.length; content++) {
            byte[] page = new byte[PAGE];
            Arrays.fill(page, (byte) content);
            hashes[content] = sha384(page);
        }
        return hashes;
    }

    private static byte[] sha384(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(of);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-384", missing);
        }
    }
}
