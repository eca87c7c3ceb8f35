package org.exitrace.kvm.exchange;

import java.util.List;
import org.exitrace.engine.model.ModelBuilder;
import org.exitrace.kvm.vmgexit.SevEsState;

/** What the host's kernel promises of what it reads, reaches and refuses. */
final class KernelPromises {

    private KernelPromises() {
    }

    /**
     * Declares them.
     *
     * @param hostile whether somebody asks in the guest's name
     */
    static void declare(ModelBuilder model, List<SevEsState> states, boolean hostile) {
        model.never("S-1", "an exit of an SNP guest is handled for a GHCB that it did not register",
                states, state -> state.unregistered.isSet())
                .because("whoever writes the GHCB MSR would choose the page")
                .from("docs/ghcb.md S-1");
        model.never("S-2", "an exit is handled whose fields were not all valid when they were read",
                states, state -> state.unvalidated.isSet())
                .because("what stands there is a leftover, and nobody asked for it")
                .from("docs/ghcb.md S-2");
        model.never("S-18", "the host reaches outside of the shared buffer by SW_SCRATCH",
                states, state -> state.overrun.isSet())
                .because("behind the buffer lies memory that is not the guest's to name")
                .from("docs/ghcb.md S-18, B-53, B-55, B-5C");
        model.never("access-length", "a device is asked for no byte, or for more than eight",
                states, state -> state.badLength.isSet())
                .because("lengths are taken one from the other, and 0 less 1 is very long")
                .from("docs/ghcb.md B-5C");
        model.never("xcr0-valid", "KVM holds an XCR0 that no processor takes",
                states, state -> state.badXcr0.isSet())
                .because("sizes that depend on it are garbage").from("docs/ghcb.md B-5B");
        model.never("no-leak", "a virtual CPU is gone, and its GHCB page is still mapped",
                states, state -> state.leaked.isSet())
                .because("the page stays pinned for ever").from("docs/ghcb.md B-5A");
        if (!hostile) {
            model.never("vm-lives", "KVM_RUN fails because of what the guest asked for",
                    states, SevEsState::failedOnRequest)
                    .because("a VMM ends the VM then, and user code of the guest can ask, too")
                    .from("docs/ghcb.md B-57, B-58");
        }
    }
}
