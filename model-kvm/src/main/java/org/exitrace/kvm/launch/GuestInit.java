package org.exitrace.kvm.launch;

import java.util.List;
import java.util.function.Predicate;
import org.exitrace.engine.routine.Block;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Parameter;
import org.exitrace.kvm.asid.AsidAllocation;
import org.exitrace.kvm.asid.AsidRelease;
import org.exitrace.kvm.design.KernelChange;
import org.exitrace.kvm.design.KernelProfile;
import org.exitrace.kvm.host.AsidRange;
import org.exitrace.kvm.host.Checks;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.host.SevState;
import org.exitrace.kvm.spec.Errno;
import org.exitrace.kvm.spec.HostSupport;
import org.exitrace.kvm.spec.SevCommandId;
import org.exitrace.kvm.spec.VmType;

/**
 * SEV_INIT, SEV_ES_INIT and SEV_INIT2: a VM becomes an SEV guest with an ASID. The flags are
 * published before the ASID is there, and taken back where there is none. The firmware's platform
 * is initialised from the beginning.
 */
final class GuestInit {

    private GuestInit() {
    }

    static List<SevCommand> all() {
        return List.of(
                SevCommand.of(SevCommandId.SEV_INIT,
                        "makes a VM of the default type an SEV guest",
                        GuestInit::legacy, call -> init(call, thread -> false, 0)),
                SevCommand.of(SevCommandId.SEV_ES_INIT,
                        "makes a VM of the default type an SEV-ES guest",
                        GuestInit::legacy, call -> init(call, thread -> true, 1)),
                SevCommand.of(SevCommandId.SEV_INIT2,
                        "makes a typed VM a guest of that type",
                        GuestInit::typed, call -> init(call, thread ->
                                !call.vm(thread).type.is(VmType.SEV), version(call)))
                        .taking(Parameter.number("flags", 0, 1, "flags; none is known")
                                        .usually(0),
                                Parameter.word("vmsa-features", List.of("none", "debug-swap",
                                        "secure-tsc", "unknown"), "features of VMSAs")
                                        .usually("none"),
                                Parameter.number("ghcb-version", 0, 3,
                                        "version of the GHCB protocol; 0 for the usual one")
                                        .usually(0)));
    }

    private static int version(SevCall call) {
        int asked = call.arguments().number("ghcb-version");
        return asked == 0 ? 2 : Math.min(asked, 2);
    }

    private static Checks legacy(SevCall call) {
        return common(call, new Checks()
                .refuse("type", Errno.EINVAL, "the VM is not of the default type",
                        thread -> !call.vm(thread).type.is(VmType.DEFAULT))
                .refuseGiven(call.kernel().has(KernelChange.B_01), "vcpus", Errno.EINVAL,
                        "there are vCPUs", thread -> !call.vm(thread).created.is(0)));
    }

    private static Checks common(SevCall call, Checks checks) {
        Errno twice = call.kernel().has(KernelChange.B_10) ? Errno.EINVAL : Errno.EBUSY;
        return checks.refuse("active", twice, "the VM is an SEV guest already",
                thread -> call.sev(thread).active.isSet());
    }

    private static Checks typed(SevCall call) {
        String features = call.arguments().word("vmsa-features");
        int version = call.arguments().number("ghcb-version");
        boolean young = call.kernel().profile().isSince(KernelProfile.P_7_3);
        Predicate<KvmThread> plain = thread -> call.vm(thread).type.is(VmType.SEV);
        return common(call, new Checks()
                .refuse("need-init", Errno.EINVAL, "the VM needs no initialisation",
                        thread -> call.sev(thread).needInit.isClear())
                .refuse("type", Errno.EINVAL, "the VM is of no encrypted type",
                        thread -> !call.vm(thread).type.get().isEncrypted())
                .refuseGiven(call.is(UserMemory.UNREADABLE), "parameters", Errno.EFAULT,
                        "the parameters cannot be read", thread -> true)
                .refuse("vcpus", Errno.EINVAL, "there are vCPUs",
                        thread -> !call.vm(thread).created.is(0))
                .refuseGiven(call.arguments().number("flags") != 0, "flags", Errno.EINVAL,
                        "a flag is set", thread -> true)
                .refuse("vmsa-features", Errno.EINVAL,
                        "a VMSA feature is not known for this type of VM", thread ->
                                !features.equals("none") && (plain.test(thread)
                                        || !isKnown(features, call.vm(thread).type.get(), young)))
                .refuse("ghcb-version", Errno.EINVAL, "the GHCB version is not known, or the"
                                + " guest has no GHCB", thread ->
                                version > 2 || version != 0 && plain.test(thread))
                .refuseGiven(young, "snp-ghcb-version", Errno.EINVAL,
                        "an SNP guest needs version 2", thread ->
                                version == 1 && call.vm(thread).type.is(VmType.SNP)));
    }

    private static boolean isKnown(String feature, VmType type, boolean young) {
        return feature.equals("debug-swap")
                || feature.equals("secure-tsc") && young && type == VmType.SNP;
    }

    private static Routine<KvmThread> init(
            SevCall call, Predicate<KvmThread> es, int ghcbVersion) {
        boolean features = call.arguments().values().getOrDefault("vmsa-features", "none")
                .equals("debug-swap");
        return Routine.named("__sev_guest_init", "docs/kvm-host.md b", code -> code
                .step("publish active and es_active", thread -> {
                    call.sev(thread).active.raise();
                    call.sev(thread).esActive.become(es.test(thread));
                }).costs("kvm.access")
                .call(new AsidAllocation(
                        call.kernel(), thread -> range(call, thread, es)).routine())
                .given(lacks(call), lacking -> allocate(lacking, call))
                .when(KvmThread::isFine,
                        fine -> fine.step("the VM is an SEV guest", thread -> finish(
                                call, thread, features, es.test(thread) ? ghcbVersion : 0))
                                .costs("kvm.access"),
                        failed -> failed.step("take the flags back",
                                thread -> takeBack(call, thread)).costs("kvm.access")));
    }

    private static AsidRange range(SevCall call, KvmThread thread, Predicate<KvmThread> es) {
        return call.sev(thread).snpActive.isSet() ? AsidRange.SNP
                : es.test(thread) ? AsidRange.ES : AsidRange.SEV;
    }

    private static boolean lacks(SevCall call) {
        return call.is(UserMemory.NO_CPU_MASK) && call.kernel().has(KernelChange.D_RUN_CPUS)
                || call.is(UserMemory.NO_REQUEST_PAGE) || call.is(UserMemory.NO_RESPONSE_PAGE);
    }

    /** What is allocated behind the ASID; where it cannot be, the ASID goes back. */
    private static void allocate(Block<KvmThread> code, SevCall call) {
        boolean mask = call.is(UserMemory.NO_CPU_MASK);
        Errno errno = call.is(UserMemory.NO_RESPONSE_PAGE) ? Errno.EIO : Errno.ENOMEM;
        code.when(thread -> thread.isFine() && (mask || call.sev(thread).snpActive.isSet()),
                missing -> missing.step("allocate", thread -> {
                    thread.fail(errno);
                    call.sev(thread).asid.become(thread.asid.get());
                    thread.asid.clear();
                    if (call.kernel().chargesCgroups()) {
                        call.sev(thread).cgroup.become(thread.cgroup.get());
                    }
                }).costs("kvm.access")
                        .call(new AsidRelease(call.kernel(), call::vm).free())
                        .local(thread -> call.sev(thread).asid.clear()));
    }

    private static void finish(
            SevCall call, KvmThread thread, boolean features, int ghcbVersion) {
        SevState sev = call.sev(thread);
        sev.asid.become(thread.asid.get());
        thread.asid.clear();
        sev.regionList.raise();
        sev.vmsaFeatures.become(features);
        sev.ghcbVersion.become(ghcbVersion);
        sev.needInit.clear();
        sev.runMask.become(call.kernel().has(KernelChange.D_RUN_CPUS));
        if (call.kernel().chargesCgroups()) {
            sev.cgroup.become(thread.cgroup.get());
        }
    }

    /** Before the repair the VM goes on to say that its registers are encrypted. */
    private static void takeBack(SevCall call, KvmThread thread) {
        call.sev(thread).active.clear();
        if (call.kernel().has(KernelChange.B_02)) {
            call.sev(thread).esActive.clear();
        }
    }
}
