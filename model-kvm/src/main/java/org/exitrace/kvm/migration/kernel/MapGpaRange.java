package org.exitrace.kvm.migration.kernel;

import org.exitrace.engine.design.Design;
import org.exitrace.kvm.migration.design.HypercallRet;
import org.exitrace.kvm.migration.design.PageStatus;
import org.exitrace.kvm.migration.spec.HypercallError;
import org.exitrace.kvm.migration.world.Vcpu;

/** What KVM makes of the hypercall that tells the type of pages, before anybody acts on it. */
public final class MapGpaRange {

    /** What is wrong with the arguments. */
    public enum Flaw {
        /** Nothing. */
        NONE("none"),
        /** The address is not that of a page. */
        UNALIGNED("unaligned"),
        /** There are no pages. */
        NO_PAGES("no-pages"),
        /** The range ends behind the end of the address space. */
        WRAPS("wraps");

        private final String label;

        Flaw(String label) {
            this.label = label;
        }

        /** As scripts write it. */
        public String label() {
            return label;
        }
    }

    private final boolean inKvm;
    private final HypercallRet ret;

    /** The hypercall in that design. */
    public MapGpaRange(Design design) {
        inKvm = design.get(PageStatus.SWITCH) != PageStatus.USER_SPACE;
        ret = design.get(HypercallRet.SWITCH);
    }

    /** Whether KVM itself keeps what it is told. */
    public boolean isKeptByKvm() {
        return inKvm;
    }

    /**
     * Why KVM refuses it. That the privilege comes first is from memory, as are all refusals of
     * the hypercall of the RFC.
     *
     * @param cpl the caller's privilege level
     */
    public HypercallError refusal(Vcpu vcpu, int cpl, Flaw flaw) {
        if (cpl != 0) {
            return HypercallError.EPERM;
        }
        if (!inKvm && vcpu.world.vm.hypercallExits.isClear()) {
            return HypercallError.ENOSYS;
        }
        return flaw == Flaw.NONE ? HypercallError.NONE : HypercallError.EINVAL;
    }

    /** KVM leaves for user space: what it puts where the result will be. */
    public void exit(Vcpu vcpu) {
        vcpu.exited.raise();
        switch (ret) {
            case ZEROED -> vcpu.ret.become(HypercallError.NONE);
            case ENOSYS -> vcpu.ret.become(HypercallError.ENOSYS);
            case AS_LEFT -> { }
            default -> throw new IllegalStateException("no such preset: " + ret);
        }
    }
}
