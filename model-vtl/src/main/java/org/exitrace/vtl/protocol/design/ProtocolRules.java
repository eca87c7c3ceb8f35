package org.exitrace.vtl.protocol.design;

import org.exitrace.engine.design.Design;
import org.exitrace.kvm.mirrorvmm.design.Care;

/** The rules of a design, as the code of a protocol asks for them. */
public interface ProtocolRules {

    /** Whether {@code rule} is kept. */
    boolean keep(ProtocolRule rule);

    /** Those that {@code design} answers for. */
    static ProtocolRules of(Design design) {
        return rule -> design.get(rule.choice()) == Care.KEPT;
    }
}
