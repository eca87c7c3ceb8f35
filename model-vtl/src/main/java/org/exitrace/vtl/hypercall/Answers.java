package org.exitrace.vtl.hypercall;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.HvStatus;

/**
 * How each dialect answers what a check finds.
 *
 * @param published all that the functional specification admits; empty if it does not ask
 * @param qemu what QEMU gives; empty if it does not look
 * @param openvmm what OpenVMM gives; empty if it does not look
 * @param <A> what an answer is
 */
public record Answers<A extends Enum<A>>(
        Set<A> published, Optional<A> qemu, Optional<A> openvmm) {

    /** Admitted by the published text; nobody looks yet. */
    @SafeVarargs
    static <A extends Enum<A>> Answers<A> of(A... published) {
        Set<A> answers = new TreeSet<>();
        for (A answer : published) {
            answers.add(answer);
        }
        return new Answers<>(answers, Optional.empty(), Optional.empty());
    }

    /** The published text does not ask. */
    static Answers<HvStatus> unasked() {
        return of();
    }

    /** The same of each. */
    static <A extends Enum<A>> Answers<A> same(A answer) {
        return of(answer).qemu(answer).openvmm(answer);
    }

    /** The same, and QEMU gives {@code answer}. */
    Answers<A> qemu(A answer) {
        return new Answers<>(published, Optional.of(answer), openvmm);
    }

    /** The same, and OpenVMM gives {@code answer}. */
    Answers<A> openvmm(A answer) {
        return new Answers<>(published, qemu, Optional.of(answer));
    }

    /** Whether {@code dialect} looks. */
    boolean isAskedBy(StatusDialect dialect) {
        return switch (dialect) {
            case TLFS -> !published.isEmpty();
            case QEMU -> qemu.isPresent();
            case OPENVMM -> openvmm.isPresent();
        };
    }

    /** What {@code dialect} admits; empty if it does not look. */
    public Set<A> in(StatusDialect dialect) {
        return switch (dialect) {
            case TLFS -> published;
            case QEMU -> qemu.<Set<A>>map(Collections::singleton)
                    .orElse(Collections.emptySet());
            case OPENVMM -> openvmm.<Set<A>>map(Collections::singleton)
                    .orElse(Collections.emptySet());
        };
    }
}
