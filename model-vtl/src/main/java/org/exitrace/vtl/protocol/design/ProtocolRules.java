package org.exitrace.vtl.protocol.design;

import org.exitrace.engine.design.Design;
import org.exitrace.kvm.mirrorvmm.design.Care;

/**
 * The rules of a design, as the code of a protocol asks for them.
 *
 * @param design all answers
 */
public record ProtocolRules(Design design) {

    /** Whether {@code rule} is kept. */
    public boolean keep(ProtocolRule rule) {
        return design.get(rule.choice()) == Care.KEPT;
    }
}
