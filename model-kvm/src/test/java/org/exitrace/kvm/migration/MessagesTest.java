package org.exitrace.kvm.migration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.exitrace.kvm.migration.MigrationShape.ready;

import org.exitrace.kvm.migration.spec.GuestKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What guest and VMM are answered, call by call. */
class MessagesTest {

    private static final MigrationShape FRESH = ready(1, 1, 0).fromPowerOn(0, false);

    @ParameterizedTest
    @CsvSource({"cpl=0,0", "cpl=1,EPERM", "flaw=unaligned,EINVAL", "flaw=no-pages,EINVAL",
        "flaw=wraps,EINVAL"})
    void theHypercallIsRefusedForItsCallerAndItsArguments(String how, String gives) {
        Guests.of(FRESH).vcpu("hypercall to=shared " + how + " -> " + gives).isVerified();
    }

    @Test
    void theHypercallNeedsItsExitWhereUserSpaceKeepsTheTypes() {
        Guests.of(FRESH).with("hypercall-exits=forgotten")
                .vcpu("hypercall to=shared -> ENOSYS", "hypercall to=shared cpl=3 -> EPERM",
                        "write word=0", "await word=1", "hypercall to=shared -> 0")
                .vmm("await word=0", "KVM_ENABLE_CAP -> OK", "write word=1").isVerified();
        Guests.of(FRESH).with("hypercall-exits=forgotten", "page-status=kvm-list")
                .vcpu("hypercall to=shared -> 0").isVerified();
    }

    @ParameterizedTest
    @CsvSource({"as-left,leaves,LEFT_OVER", "enosys,leaves,ENOSYS", "zeroed,leaves,0",
        "as-left,writes,0", "enosys,writes,0"})
    void theResultIsWhatKvmOrTheVmmPutThere(String preset, String vmm, String gives) {
        String[] design = {"hypercall-ret=" + preset, "vmm-ret=" + vmm};
        Guests guest = Guests.of(FRESH).with(design)
                .vcpu("port-io", "hypercall to=shared -> " + gives);
        if (gives.equals("0")) {
            guest.isVerified();
        } else {
            guest.breaks("hypercall-result");
        }
    }

    @Test
    void theMsrIsUserSpacesAndWithoutFilterNobodys() {
        Guests.of(FRESH).vcpu("RDMSR -> 0", "WRMSR value=1 -> OK", "RDMSR -> 1",
                "WRMSR value=2 -> GP", "RDMSR -> 1", "WRMSR value=0 -> OK", "RDMSR -> 0")
                .isVerified();
        Guests.of(FRESH).vcpu("await word=0", "RDMSR -> GP", "WRMSR value=0 -> GP")
                .vmm("KVM_X86_SET_MSR_FILTER on=false -> OK", "write word=0").isVerified();
        Guests.of(FRESH).vcpu("await word=0", "WRMSR value=1 -> GP", "WRMSR value=0 -> OK")
                .vmm("KVM_SET_CPUID2 on=false -> OK", "write word=0").isVerified();
    }

    @Test
    void theMsrIsOneBehindAResetWhereNothingIsEncrypted() {
        Guests.of(FRESH.of(GuestKind.PLAIN)).vcpu("RDMSR -> 1").vmm("migrate -> MIGRATED")
                .isVerified();
        Guests.of(FRESH.of(GuestKind.PLAIN)).with("page-status=kvm-list", "migration-msr=checked")
                .vcpu("RDMSR -> 0", "WRMSR value=1 -> GP").vmm("migrate -> NOT_READY").isVerified();
    }

    @Test
    void aWriteThatIsTakenUncheckedIsAMistake() {
        String[] v10 = {"page-status=kvm-list", "migration-msr=ignored"};
        Guests.of(FRESH).with(v10).vcpu("WRMSR value=2 -> OK").breaks("bad-write-faults");
        Guests.of(FRESH).with(v10).vcpu("WRMSR value=1 -> OK", "RDMSR -> 1").isVerified();
        Guests.of(FRESH.of(GuestKind.PLAIN)).with(v10).vcpu("WRMSR value=1 -> OK", "RDMSR -> 0")
                .breaks("bad-write-faults");
    }

    @Test
    void theListIsRefusedUntilTheGuestIsReady() {
        String[] list = {"page-status=kvm-list", "migration-msr=checked"};
        Guests.of(FRESH).with(list).vcpu("await word=0", "WRMSR value=1 -> OK", "write word=1")
                .vmm("KVM_GET_SHARED_PAGES_LIST -> EINVAL", "write word=0", "await word=1",
                        "KVM_GET_SHARED_PAGES_LIST -> OK", "KVM_SET_SHARED_PAGES_LIST -> OK",
                        "KVM_GET_SHARED_PAGES_LIST empty=true -> EINVAL").isVerified();
        Guests.of(FRESH.of(GuestKind.PLAIN)).with(list)
                .vmm("KVM_GET_SHARED_PAGES_LIST -> ENOTTY", "KVM_SET_SHARED_PAGES_LIST -> ENOTTY",
                        "KVM_SEV_SEND_UPDATE_VMSA -> EINVAL").isVerified();
        Guests.of(FRESH).vmm("KVM_GET_SHARED_PAGES_LIST -> ENOTTY").isVerified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-services", "not-found", "error", "zero", "as-firmware"})
    void theGuestStaysDisabledWithoutTheVariable(String variable) {
        Guests.of(FRESH).vcpu("late-initcall variable=" + variable + " -> DISABLED", "RDMSR -> 0",
                "late-initcall variable=one -> READY", "RDMSR -> 1").isVerified();
    }

    @Test
    void aGuestWhoseWriteFaultsIsNotReady() {
        Guests.of(FRESH).vcpu("await word=0", "late-initcall variable=one -> DISABLED",
                "write word=1").vmm("KVM_X86_SET_MSR_FILTER on=false -> OK", "write word=0",
                "await word=1", "migrate -> NOT_READY").isVerified();
    }

    @Test
    void aCpuThatGoesOfflineTakesTheReadinessOfTheVmWithIt() {
        Guests.of(ready(1, 2, 0)).vcpu("store").vcpu("cpu-offline -> OK", "RDMSR -> 0",
                "write word=0").vmm("await word=0", "migrate -> NOT_READY").breaks("can-migrate");
        Guests.of(ready(1, 2, 0)).with("offline-write=shutdown-only").vcpu("store")
                .vcpu("cpu-offline -> OK", "RDMSR -> 1", "write word=0")
                .vmm("await word=0", "migrate -> MIGRATED").isVerified();
    }

    @Test
    void registersThatStayBehindBeginAnew() {
        Guests.of(ready(1, 1, 0).of(GuestKind.SEV_ES)).with("vmsa-refused=goes-on")
                .vmm("migrate -> MIGRATED").breaks("continues");
    }

    @Test
    void aWrongExpectationIsNoticed() {
        Guests.of(FRESH).vcpu("RDMSR -> 1").breaks("script-vcpu0");
        Guests wrong = Guests.of(FRESH);
        assertThatThrownBy(() -> wrong.vcpu("RDMSR -> READY")).hasMessageContaining("never gives");
    }
}
