package org.exitrace.psp.command;

import java.util.List;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.FirmwareBounds;
import org.exitrace.psp.firmware.Pages;
import org.exitrace.psp.firmware.RmpEntry;
import org.exitrace.psp.firmware.SnpArguments;
import org.exitrace.psp.firmware.SnpGuest;
import org.exitrace.psp.spec.AsidUse;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.GctxState;
import org.exitrace.psp.spec.HostSetting;
import org.exitrace.psp.spec.PageState;
import org.exitrace.psp.spec.PageType;
import org.exitrace.psp.spec.SnpPolicy;
import org.exitrace.psp.spec.Status;

/** How an SNP guest is launched. */
final class SnpLaunch {

    private static final String SOURCE = "SEV firmware, e.1, e.3";

    private SnpLaunch() {
    }

    static List<Handler> all(FirmwareBounds bounds) {
        return List.of(start(), update(), finish(bounds));
    }

    private static Handler start() {
        return Handler.of(CommandId.SNP_LAUNCH_START, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.SNP_POLICY, Argument.AGENT, Argument.IMI)
                .with(handler -> SnpRefusals.state(handler, GctxState.INIT))
                .next("read the RMP entry of the migration agent", SnpLaunch::hasAgent)
                .refuse("agent", Status.INVALID_GUEST, "the migration agent's page is no context",
                        fw -> hasAgent(fw) && !fw.pages.is(
                                fw.command.snp.agent.get() - 1, PageState.CONTEXT))
                .refuse("policy-agent", Status.POLICY_FAILURE,
                        "the policy does not allow a migration agent",
                        fw -> hasAgent(fw) && !wants(fw, SnpPolicy.MIGRATE_MA))
                .refuse("agent-bound", Status.POLICY_FAILURE,
                        "the migration agent is itself bound to one",
                        fw -> hasAgent(fw) && !SnpRefusals.agent(fw).agent.is(0))
                .refuse("policy-one", Status.POLICY_FAILURE, "bit 17 of the policy is not one",
                        fw -> !wants(fw, SnpPolicy.MUST_BE_ONE))
                .next("reads whether multithreading is on", fw -> !wants(fw, SnpPolicy.SMT))
                .refuse("policy-smt", Status.POLICY_FAILURE,
                        "the policy forbids multithreading, which is on",
                        fw -> !wants(fw, SnpPolicy.SMT)
                                && !fw.settings.has(HostSetting.SMT_OFF))
                .refuseFlaw("api-version", Status.POLICY_FAILURE,
                        "the policy asks for a newer interface")
                .refuseFlaw("policy-reserved", Status.POLICY_FAILURE,
                        "reserved bits of the policy are set")
                .refuse("agent-socket", Status.POLICY_FAILURE,
                        "guest and migration agent differ in whether they need a single socket",
                        fw -> hasAgent(fw) && SnpRefusals.agent(fw).has(SnpPolicy.SINGLE_SOCKET)
                                != wants(fw, SnpPolicy.SINGLE_SOCKET))
                .does(SnpLaunch::begin)
                .moves(new Move("gctx", GctxState.INIT, GctxState.LAUNCH));
    }

    private static boolean hasAgent(Firmware fw) {
        return !fw.command.snp.agent.is(0);
    }

    private static boolean wants(Firmware fw, SnpPolicy bit) {
        return fw.command.snp.policy.has(bit.ordinal());
    }

    private static void begin(Firmware fw) {
        SnpGuest guest = fw.snpGuest();
        guest.state.become(GctxState.LAUNCH);
        guest.policy.become(fw.command.snp.policy.get());
        guest.agent.become(fw.command.snp.agent.get());
        guest.imi.become(fw.command.snp.imi.isSet());
        guest.keys.become(fw.entropy.draw());
    }

    private static Handler update() {
        return Handler.of(CommandId.SNP_LAUNCH_UPDATE, SOURCE)
                .with(SnpRefusals::context)
                .takes(Argument.PAGE, Argument.SIZE, Argument.PAGE_TYPE, Argument.IMI,
                        Argument.PERMISSIONS)
                .next("read the RMP entry of the page")
                .refuse("page-state", Status.INVALID_PAGE_STATE, "the page is not PRE_GUEST",
                        SnpRefusals.notIn(SnpRefusals.PAGE, PageState.PRE_GUEST))
                .refuse("page-size", Status.INVALID_PAGE_SIZE, "the page is of another size",
                        SnpRefusals.otherSize(SnpRefusals.PAGE))
                .refuse("page-alignment", Status.INVALID_ADDRESS,
                        "the address is not that of a large page",
                        fw -> fw.command.snp.large.isSet() && !isBase(fw.command.page.get()))
                .refuse("special-size", Status.INVALID_PAGE_SIZE,
                        "a page of type VMSA, SECRETS or CPUID is large",
                        fw -> fw.command.snp.large.isSet() && isSpecial(fw.command.snp))
                .refuseFlaw("type", Status.INVALID_PARAM, "the page type is unknown")
                .with(handler -> SnpRefusals.state(handler, GctxState.LAUNCH))
                .with(SnpRefusals::inactive)
                .refuse("owner", Status.INVALID_PAGE_OWNER, "the page has another ASID",
                        SnpRefusals.otherOwner(SnpRefusals.PAGE))
                .refuse("imi", Status.INVALID_PARAM,
                        "a page of a migration image, in a launch without one",
                        fw -> fw.command.snp.imi.isSet() && fw.snpGuest().imi.isClear())
                .refuseFlaw("cpuid", Status.INVALID_PARAM,
                        "a CPUID value is not what the processor can do",
                        fw -> fw.command.snp.type.is(PageType.CPUID))
                .leaving(fw -> fw.write(fw.command.page.get(),
                        fw.pages.get(fw.command.page.get()).content.get()))
                .next("hash and encrypt the page")
                .does(SnpLaunch::add)
                .with(handler -> SnpRefusals.change(
                        handler, "the page", SnpRefusals.PAGE, SnpLaunch::validate))
                .moves(new Move("page", PageState.PRE_GUEST, PageState.GUEST_VALID));
    }

    private static boolean isBase(int page) {
        return Pages.base(page) == page;
    }

    private static boolean isSpecial(SnpArguments given) {
        return given.type.is(PageType.VMSA) || given.type.isEither(
                PageType.SECRETS, PageType.CPUID);
    }

    private static void add(Firmware fw) {
        int first = fw.command.page.get();
        int pages = fw.command.snp.large.isSet() ? Pages.PER_LARGE : 1;
        for (int page = first; page < first + pages; page++) {
            SnpDigest.extend(fw, page);
            encrypt(fw, page);
        }
    }

    private static void encrypt(Firmware fw, int page) {
        PageType type = fw.command.snp.type.get();
        boolean filledByFirmware = type == PageType.ZERO || type == PageType.SECRETS;
        fw.write(page, filledByFirmware ? 0 : fw.pages.get(page).content.get());
        if (type == PageType.SECRETS) {
            fw.snpGuest().secrets.wipe();
            fw.snpGuest().secrets.keys.become(fw.snpGuest().keys.get());
        }
    }

    private static void validate(Firmware fw, RmpEntry entry) {
        entry.immutable.clear();
        entry.validated.raise();
        entry.permissions.become(fw.command.snp.permissions.get());
        entry.vmsa.become(fw.command.snp.type.is(PageType.VMSA));
    }

    private static Handler finish(FirmwareBounds bounds) {
        return Handler.of(CommandId.SNP_LAUNCH_FINISH, SOURCE)
                .with(SnpRefusals::context)
                .with(handler -> SnpRefusals.state(handler, GctxState.LAUNCH))
                .refuse("imi", Status.INVALID_GUEST_STATE, "a migration image is launched",
                        fw -> fw.snpGuest().imi.isSet())
                .with(SnpRefusals::inactive)
                .refuseFlaw("id-digest", Status.BAD_MEASUREMENT,
                        "the identity block names another digest")
                .refuseFlaw("id-policy", Status.POLICY_FAILURE,
                        "the identity block names another policy")
                .refuseFlaw("id-algorithm", Status.INVALID_PARAM,
                        "the identity block's algorithm is unknown")
                .refuseFlaw("id-signature", Status.BAD_SIGNATURE,
                        "the identity block's signature is wrong")
                .refuseFlaw("enable-asid", Status.HARDWARE_UNSAFE,
                        "the hardware refuses to enable the ASID")
                .does(fw -> run(fw, fw.snpGuest()))
                .code(List.of(), code -> Asids.makeValid(
                        code, bounds, fw -> fw.snpGuest().asid.get()))
                .moves(new Move("gctx", GctxState.LAUNCH, GctxState.RUNNING))
                .moves(new Move("asid", AsidUse.ALLOCATED, AsidUse.IN_USE));
    }

    /** The guest runs. VMRUN succeeds when the hardware has been told of its ASID. */
    static void run(Firmware fw, SnpGuest guest) {
        guest.state.become(GctxState.RUNNING);
        guest.finished.become(guest.digest.get());
        guest.imi.clear();
        if (guest.asid.get() != 0) {
            fw.asid(guest.asid.get()).turn(AsidUse.ALLOCATED, AsidUse.IN_USE);
        }
    }
}
