package org.exitrace.kvm.apcreation;

import org.junit.jupiter.api.Test;

/** Small guests that create and destroy virtual CPUs; the counts are pinned. */
class ApCreationTest {

    private static final String[] TWO = {"vcpus=2", "snp=true", "vmsa-pages=2"};

    private static CreatingGuest destroying(String wait) {
        return new CreatingGuest(TWO).with("ap-request-wait=" + wait)
                .does(0, "OK", "ap-destroy", "cpu=1");
    }

    @Test
    void aRequestThatNobodyWaitsForLeavesADestroyedCpuInTheGuest() {
        destroying("none").breaks(348, 642, "S-40");
        destroying("flag-ignored").breaks(348, 642, "S-40");
    }

    @Test
    void aKickThatIsWaitedForDoesNot() {
        destroying("own-kick").breaks(290, 525);
        destroying("outside-guest").breaks(290, 525);
        destroying("until-taken").breaks(225, 394);
    }

    @Test
    void aCpuMayDestroyItself() {
        new CreatingGuest(TWO).does(0, "", "ap-destroy", "cpu=0").breaks(186, 336);
    }

    @Test
    void aRefusedRequestLeavesItsTargetRunning() {
        new CreatingGuest(TWO).does(0, "INVALID_INPUT", "ap-create", "cpu=1", "page=1", "rax=3")
                .breaks(288, 523);
        new CreatingGuest(TWO).does(0, "INVALID_INPUT", "ap-destroy", "cpu=2")
                .breaks(258, 468);
    }

    @Test
    void aDestroyedCpuIsCreatedAgain() {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=2", "aps=halted")
                .does(0, "OK", "ap-destroy", "cpu=1")
                .does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "OK", "ap-create", "cpu=1", "page=1")
                .does(0, "", "await", "word=0")
                .does(1, "YES", "check-own-vmsa", "page=1")
                .does(1, "", "write", "word=0").breaks(738, 1_355);
    }

    @Test
    void aVmsaThatWasNeverTaggedIsNotRun() {
        new CreatingGuest(TWO).does(0, "OK", "ap-create", "cpu=1", "page=1")
                .breaks(398, 732, "vmexit-invalid");
    }

    @Test
    void aGuestThatLiesAboutItsVmsaIsBelieved() {
        new CreatingGuest(TWO)
                .does(0, "OK", "build-vmsa", "page=1", "for=1", "features=33")
                .does(0, "OK", "ap-create", "cpu=1", "page=1").breaks(410, 754, "S-24");
    }

    @Test
    void creationAtInitNeedsItsSipi() {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=2", "aps=off")
                .does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "OK", "ap-create-on-init", "cpu=1", "page=1")
                .does(0, "", "icr-write", "mode=INIT", "to=1")
                .does(1, "", "write", "word=0")
                .does(0, "", "await", "word=0").breaks(119, 175, "deadlock");
    }

    @Test
    void aPageThatWasSharedIsNoVmsaUntilItIsMadeOneAgain() {
        String[] machine = {"vcpus=2", "snp=true", "vmsa-pages=2", "pages=2", "aps=halted"};
        CreatingGuest changing = new CreatingGuest(machine)
                .does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "DONE", "page-state-change", "first=1", "to=shared", "form=msr")
                .does(0, "DONE", "page-state-change", "first=1", "to=private", "form=msr");
        changing.does(0, "OK", "ap-create", "cpu=1", "page=1").breaks(309, 527, "vmexit-invalid");

        new CreatingGuest(machine)
                .does(0, "DONE", "page-state-change", "first=1", "to=shared", "form=msr")
                .does(0, "DONE", "page-state-change", "first=1", "to=private", "form=msr")
                .does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "OK", "ap-create", "cpu=1", "page=1").breaks(309, 527);
    }

    @Test
    void aSharedPageIsNoPageForAVmsa() {
        new CreatingGuest("vcpus=2", "snp=true", "vmsa-pages=2", "pages=2", "aps=halted")
                .with("kernel=p-6.17")
                .does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "DONE", "page-state-change", "first=1", "to=shared", "form=msr")
                .does(0, "OK", "ap-create", "cpu=1", "page=1").breaks(200, 328, "L8");
    }

    @Test
    void kvmCreatesForVmpl0Only() {
        new CreatingGuest(TWO).does(0, "OK", "build-vmsa", "page=1", "for=1")
                .does(0, "INVALID_INPUT", "ap-create", "cpu=1", "page=1", "vmpl=1")
                .breaks(300, 545);
    }

    /** The INIT's own kick is on its way, so that the kick of the request waits for nothing. */
    @Test
    void aRequestToACpuThatWaitsForItsSipiGoesRound() {
        new CreatingGuest(TWO).with("ap-request-wait=outside-guest")
                .does(0, "", "icr-write", "mode=INIT", "to=1")
                .does(0, "OK", "ap-destroy", "cpu=1").breaks(850, 1_614, "livelock");
    }
}
