package org.exitrace.psp.command;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Page;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.PageType;

/**
 * The launch digest of an SNP guest: SHA-384 over PAGE_INFO, which holds the digest so far, the
 * hash of the page, its type, permissions and guest address. The state keeps the first 64 bits;
 * these stand for all 384 when the next page is added. Source: docs/sev-firmware.md, e.3.
 */
final class SnpDigest {

    private static final int HASH = 48;
    private static final int PAGE = 4096;
    private static final int PAGE_INFO = 0x70;
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
        ByteBuffer info = ByteBuffer.allocate(PAGE_INFO).order(ByteOrder.LITTLE_ENDIAN);
        info.putLong(before).position(HASH);
        if (type.isMeasured()) {
            info.put(CONTENTS[fw.pages.get(page).content.get()]);
        }
        info.position(2 * HASH);
        info.putShort((short) PAGE_INFO).put((byte) type.number());
        info.put((byte) (fw.command.snp.imi.isSet() ? 1 : 0));
        long permissions = fw.command.snp.permissions.get();
        for (int vmpl = OTHER_VMPLS - 1; vmpl >= 0; vmpl--) {
            info.put((byte) (permissions >> VMPL_BITS * vmpl & VMPL_MASK));
        }
        info.put((byte) 0).putLong((long) fw.pages.gpa(page) * PAGE);
        return ByteBuffer.wrap(sha384(info.array())).order(ByteOrder.LITTLE_ENDIAN).getLong();
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
