package org.exitrace.kvm.exchange;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.vmgexit.SevEsState;

/** What guest and host promise each other, by the ids of docs/ghcb.md h. */
final class ExchangePromises {

    private ExchangePromises() {
    }

    /** What is promised where somebody asks, or looks, again until something is so. */
    static void ofRest(ModelBuilder model) {
        model.comesToRest().because("a virtual CPU that wakes for a request and does not take it"
                + " goes round for ever, and so does a list that is never done")
                .from("docs/ghcb.md L3, L8");
    }

    static void declare(ModelBuilder model, List<SevEsState> states) {
        model.never("S-3", "one exit reads a field of the GHCB page twice",
                states, state -> state.fetchedTwice.isSet())
                .because("another virtual CPU may have changed it between the two")
                .from("docs/ghcb.md S-3, CVE-2023-4155");
        model.never("no-recursion", "the handler of VMGEXIT is invoked by itself",
                states, state -> state.recursed.isSet())
                .because("a guest that keeps asking for it makes the host's stack overflow")
                .from("docs/ghcb.md B-50");
        model.never("S-39", "the host dereferences a GHCB that is not mapped",
                states, state -> state.vcpu.nullDereference.isSet())
                .because("a guest could crash its host").from("docs/ghcb.md S-39, a3ba26ecfb56");
    }
}
