package org.exitrace.kvm.vmgexit;

import org.exitrace.ghcb.spec.EncryptionLeaf;

/**
 * What CPUID tells a guest of this host: that it is AMD's, how large the XSAVE area is, and that
 * memory is encrypted. All other leaves are 0.
 *
 * <p>Source: AMD64 APM volume 3, appendix E; Linux {@code cpuid.c} xstate_required_size (from
 * memory).
 */
final class CpuidLeaves {

    /** Features that XCR0 may have: x87, SSE, AVX. */
    static final int XCR0_BITS = 3;
    /** The leaf of the XSAVE area. */
    static final long XSAVE_LEAF = 0xD;

    private static final long EXTENDED = 0x8000_0000L;
    private static final int SSE = 1;
    private static final int AVX = 2;
    private static final int LEGACY_AREA = 576;
    private static final int AVX_AREA = 256;
    private static final int CET_U = 11;
    private static final int CET_U_AREA = 16;
    private static final int CET_S = 12;
    private static final int CET_S_AREA = 24;
    private static final long XSAVE_FORMS = 0xF;

    private CpuidLeaves() {
    }

    /**
     * EAX, EBX, ECX and EDX of a leaf.
     *
     * @param snp whether the guest is SEV-SNP
     * @param xcr0 of the virtual CPU
     * @param xss of the virtual CPU
     */
    static long[] registers(long leaf, long subleaf, boolean snp, long xcr0, long xss) {
        if (leaf == 0) {
            return new long[] {XSAVE_LEAF, 0x68747541, 0x444D4163, 0x69746E65};
        }
        if (leaf == XSAVE_LEAF && subleaf == 0) {
            return new long[] {(1 << XCR0_BITS) - 1, area(xcr0), LEGACY_AREA + AVX_AREA, 0};
        }
        if (leaf == XSAVE_LEAF && subleaf == 1) {
            return new long[] {XSAVE_FORMS, area(xcr0) + supervisor(xss),
                1 << CET_U | 1 << CET_S, 0};
        }
        if (leaf == EXTENDED) {
            return new long[] {EncryptionLeaf.LEAF, 0x68747541, 0x444D4163, 0x69746E65};
        }
        if (leaf == EncryptionLeaf.LEAF) {
            return new long[] {EncryptionLeaf.SEV | EncryptionLeaf.SEV_ES
                    | (snp ? EncryptionLeaf.SEV_SNP : 0), EncryptionLeaf.C_BIT, 0, 0};
        }
        return new long[] {0, 0, 0, 0};
    }

    private static long area(long xcr0) {
        return LEGACY_AREA + ((xcr0 >> AVX & 1) != 0 ? AVX_AREA : 0);
    }

    private static long supervisor(long xss) {
        return ((xss >> CET_U & 1) != 0 ? CET_U_AREA : 0)
                + ((xss >> CET_S & 1) != 0 ? CET_S_AREA : 0);
    }

    /** Whether a processor of this host takes {@code xcr0}. */
    static boolean isValidXcr0(long xcr0) {
        return xcr0 >>> XCR0_BITS == 0 && (xcr0 & 1) != 0
                && ((xcr0 >> AVX & 1) == 0 || (xcr0 >> SSE & 1) != 0);
    }
}
