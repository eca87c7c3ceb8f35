package org.exitrace.vtl.hypercall;

import static org.exitrace.vtl.spec.HvStatus.ACCESS_DENIED;
import static org.exitrace.vtl.spec.HvStatus.INVALID_PARAMETER;
import static org.exitrace.vtl.spec.HvStatus.INVALID_REGISTER_VALUE;
import static org.exitrace.vtl.spec.HvStatus.SUCCESS;

import java.util.function.BiPredicate;
import org.exitrace.vtl.design.StatusDialect;
import org.exitrace.vtl.spec.AccessMask;
import org.exitrace.vtl.spec.CrIntercept;
import org.exitrace.vtl.spec.HvRegister;
import org.exitrace.vtl.spec.HvStatus;
import org.exitrace.vtl.spec.VsmPartitionConfig;
import org.exitrace.vtl.spec.VsmVina;
import org.exitrace.vtl.spec.VsmVpSecureConfig;
import org.exitrace.vtl.spec.VtlNumber;

/**
 * HvCallSetVpRegisters: which value a register takes.
 *
 * <p>Source: docs/vtl.md b.3, c.4, I-09, I-48.
 */
public final class RegisterWrite {

    /** What is refused of each register that is written. */
    public static final Checks<RegisterAccess, HvStatus> CHECKS = intercepts(vina(secure(config(
            VpRegisters.names("SET_VP_REGISTERS value")
            .check("read-only", "the register cannot be written",
                    Answers.of(INVALID_PARAMETER, ACCESS_DENIED)
                            .qemu(INVALID_PARAMETER).openvmm(INVALID_PARAMETER),
                    (caller, in) -> HvRegister.of(in.name())
                            .filter(register -> !register.isWritable()).isPresent())))));

    private static final long FROZEN = VsmPartitionConfig.ENABLE_VTL_PROTECTION.mask()
            | VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.mask();
    private static final int READ_WRITE = AccessMask.READ | AccessMask.WRITE;

    private RegisterWrite() {
    }

    private static Checks<RegisterAccess, HvStatus> config(
            Checks<RegisterAccess, HvStatus> checks) {
        Answers<HvStatus> answers = Answers.of(SUCCESS, INVALID_PARAMETER, INVALID_REGISTER_VALUE)
                .openvmm(INVALID_REGISTER_VALUE);
        return checks
            .check("config-reserved", "VsmPartitionConfig: a reserved bit is set", answers,
                    config((caller, in) -> (in.value()
                            & VsmPartitionConfig.LAYOUT.reservedAsPublished()) != 0))
            .check("config-deny", "VsmPartitionConfig: DenyLowerVtlStartup is not supported",
                    answers, config((caller, in) -> !caller.canDenyStartup()
                            && VsmPartitionConfig.DENY_LOWER_VTL_STARTUP.isSetIn(in.value())))
            .check("config-cleared", "VsmPartitionConfig: EnableVtlProtection is cleared",
                    answers, config((caller, in) -> Privileges.protects(caller, in.vtl())
                            && !VsmPartitionConfig.ENABLE_VTL_PROTECTION.isSetIn(in.value())))
            .check("config-frozen", "VsmPartitionConfig: the default mask changes while"
                    + " protections are enabled", answers,
                    config((caller, in) -> Privileges.protects(caller, in.vtl())
                            && maskIn(in.value()) != maskIn(caller.partitionConfig(in.vtl()))))
            .check("config-mask", "VsmPartitionConfig: protections are enabled with a default"
                    + " mask that does not read and write", answers,
                    config((caller, in) -> VsmPartitionConfig.ENABLE_VTL_PROTECTION
                            .isSetIn(in.value()) && (caller.protectionBits().mask(
                                    maskIn(in.value())) & READ_WRITE) != READ_WRITE));
    }

    private static Checks<RegisterAccess, HvStatus> secure(
            Checks<RegisterAccess, HvStatus> checks) {
        return checks
            .check("secure-not-lower", "VsmVpSecureConfig: the VTL is not below its owner",
                    Answers.of(ACCESS_DENIED, INVALID_PARAMETER)
                            .qemu(INVALID_PARAMETER).openvmm(ACCESS_DENIED),
                    (caller, in) -> in.isOf(HvRegister.VSM_VP_SECURE_CONFIG_VTL0)
                            && in.place(HvRegister.VSM_VP_SECURE_CONFIG_VTL0) >= in.vtl())
            .check("secure-reserved", "VsmVpSecureConfig: a reserved bit is set",
                    Answers.of(INVALID_PARAMETER, INVALID_REGISTER_VALUE)
                            .openvmm(INVALID_REGISTER_VALUE),
                    (caller, in) -> in.isOf(HvRegister.VSM_VP_SECURE_CONFIG_VTL0)
                            && (in.value() & VsmVpSecureConfig.LAYOUT.reserved()) != 0)
            .check("secure-mbec", "VsmVpSecureConfig: MbecEnabled is not what the partition says",
                    Answers.unasked().openvmm(INVALID_REGISTER_VALUE),
                    (caller, in) -> in.isOf(HvRegister.VSM_VP_SECURE_CONFIG_VTL0)
                            && VsmVpSecureConfig.MBEC_ENABLED.isSetIn(in.value())
                            != VtlNumber.isIn(in.vtl(), caller.mbecEnabledVtls()));
    }

    private static Checks<RegisterAccess, HvStatus> vina(
            Checks<RegisterAccess, HvStatus> checks) {
        return checks.check("vina-vector", "VsmVina: enabled with a vector below 16",
                Answers.of(INVALID_PARAMETER, INVALID_REGISTER_VALUE),
                (caller, in) -> in.isOf(HvRegister.VSM_VINA)
                        && VsmVina.ENABLED.isSetIn(in.value())
                        && VsmVina.VECTOR.in(in.value()) < VsmVina.LEAST_VECTOR);
    }

    private static Checks<RegisterAccess, HvStatus> intercepts(
            Checks<RegisterAccess, HvStatus> checks) {
        return checks
            .check("intercept-reserved", "CrInterceptControl: a reserved bit is set",
                    Answers.of(INVALID_PARAMETER, INVALID_REGISTER_VALUE)
                            .openvmm(INVALID_REGISTER_VALUE),
                    (caller, in) -> in.isOf(HvRegister.CR_INTERCEPT_CONTROL)
                            && (in.value() & ~CrIntercept.KNOWN) != 0)
            .check("intercept-unsupported", "CrInterceptControl: a read, or SGX",
                    Answers.unasked().openvmm(INVALID_REGISTER_VALUE),
                    (caller, in) -> in.isOf(HvRegister.CR_INTERCEPT_CONTROL)
                            && (in.value() & CrIntercept.KNOWN & ~CrIntercept.OF_OPENVMM) != 0);
    }

    private static BiPredicate<CallerView, RegisterAccess> config(
            BiPredicate<CallerView, RegisterAccess> wrong) {
        return (caller, in) -> in.isOf(HvRegister.VSM_PARTITION_CONFIG)
                && in.vtl() > VtlNumber.LOWEST && wrong.test(caller, in);
    }

    /** What becomes of such a write to a register of the caller's own virtual processor. */
    public static Decision<HvStatus> decide(CallerView caller, RegisterAccess in) {
        Decision<HvStatus> whole =
                VpRegisters.SET_CHECKS.decide(caller, VpRegisters.own(in.vtl()));
        return whole.isRefused() ? whole : CHECKS.decide(caller, in);
    }

    private static int maskIn(long config) {
        return (int) VsmPartitionConfig.DEFAULT_VTL_PROTECTION_MASK.in(config);
    }

    /**
     * What VsmPartitionConfig holds behind a write that is not refused. QEMU takes everything:
     * once protections are enabled, it keeps two fields in silence.
     */
    public static long configAfter(CallerView caller, RegisterAccess in) {
        boolean keeps = caller.dialect() == StatusDialect.QEMU
                && Privileges.protects(caller, in.vtl());
        return keeps ? in.value() & ~FROZEN | caller.partitionConfig(in.vtl()) & FROZEN
                : in.value();
    }
}
