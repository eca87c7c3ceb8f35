package org.exitrace.kvm.apcreation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** User space takes away the memory of a VMSA, in use, about to be used, or that is not there. */
class VmsaHolesTest {

    private static String[] ids(String broken) {
        return broken == null ? new String[0] : broken.split(" ");
    }

    @ParameterizedTest
    @CsvSource({"d-vmsa-reloaded=with,", "d-vmsa-reloaded=without, vmsa-is-guests vmexit-invalid"})
    void aHostThatDoesNotAskForTheVmsaAnewRunsWhatIsNotTheGuestsAnyMore(
            String reloads, String broken) {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=3", "vmsa-holes=1", "aps=created")
                .with(reloads)
                .does(1, "", "build-vmsa", "page=2", "for=0")
                .does(1, "", "ap-create", "cpu=0", "page=2").explore(ids(broken));
    }

    @ParameterizedTest
    @CsvSource({"d-vmsa-retried=with,", "d-vmsa-retried=without, vmexit-invalid vmsa-is-guests"})
    void aPageThatIsLookedForOnceMayBeGoneWhenItIsStored(String retries, String broken) {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=2", "vmsa-holes=1", "aps=halted")
                .with(retries)
                .does(0, "", "build-vmsa", "page=1", "for=1")
                .does(0, "", "ap-create", "cpu=1", "page=1").explore(ids(broken));
    }

    @ParameterizedTest
    @CsvSource({"b-49-missing-vmsa-told=with,", "b-49-missing-vmsa-told=without, L8"})
    void userSpaceMustBeToldThatThereIsNoVmsa(String told, String broken) {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=2", "aps=halted").with(told)
                .does(0, "OK", "ap-create", "cpu=1", "page=2").explore(ids(broken));
    }

    /** Whoever takes the request where the virtual CPU is blocked needs no other wake-up. */
    @Test
    void aRequestIsTakenWhereItsTargetIsBlocked() {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=2", "aps=off")
                .with("ap-created-state=taken-blocked")
                .does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "OK", "ap-create", "cpu=1", "page=1")
                .does(1, "", "write", "word=0")
                .does(0, "", "await", "word=0").explore();
    }
}
