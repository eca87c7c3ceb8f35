package org.exitrace.vtl.state;

import java.util.Arrays;
import java.util.List;

/** The registers that a machine carries; each stands for all of its class (docs/vtl.md c.2). */
public enum Register {
    /** Shared; stands for RAX and RCX, which a VTL return may restore. */
    RAX("rax", true),
    /** Shared; stands for all others that the VTLs of a virtual processor share. */
    RBX("rbx", true),
    /** Private; stands for all that each VTL has for itself. */
    CR3("cr3", false);

    /** The largest value that a machine tells apart. */
    public static final int MOST = 3;

    /** All of them: a list is made once, the array of {@code values()} at each call. */
    public static final List<Register> ALL = List.of(values());

    private final String word;
    private final boolean shared;

    Register(String word, boolean shared) {
        this.word = word;
        this.shared = shared;
    }

    /** As scenarios write it. */
    public String word() {
        return word;
    }

    /** Whether the VTLs of a virtual processor share it. */
    public boolean isShared() {
        return shared;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Register::word).toList();
    }

    /** The register that scenarios write like that. */
    public static Register of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word))
                .findFirst().orElseThrow();
    }
}
