package org.exitrace.kvm.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exitrace.engine.adversary.Adversary;
import org.exitrace.engine.script.Arguments;
import org.exitrace.engine.script.Call;
import org.exitrace.engine.script.Parameter;
import org.exitrace.engine.script.Script;
import org.exitrace.ghcb.exchange.ExchangeBounds;
import org.exitrace.ghcb.programs.SecondStartOperations;
import org.exitrace.ghcb.psc.MemoryOperations;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.vcpu.GhcbGuest;
import org.exitrace.ghcb.vmsa.ApsBegin;
import org.exitrace.kvm.script.ScriptedThread;
import org.exitrace.kvm.vmgexit.GuestVm;

/** How such a machine is written: {@code vcpus=1 snp=true}. */
public final class ExchangeParameters {

    /** Name of the number of virtual CPUs. */
    public static final String VCPUS = "vcpus";
    /** Name of the number of misbehaviours. */
    public static final String ADVERSARY = "adversary";
    /** Name of the number of pages. */
    public static final String PAGES = "pages";

    /** Name of the number of VMSA pages. */
    public static final String VMSA_PAGES = "vmsa-pages";

    private static final String VMSA_WRITES = "vmsa-writes";
    private static final String VMSA_HOLES = "vmsa-holes";
    private static final String APS = "aps";
    private static final String BUFFER_WORDS = "buffer-words";
    private static final String SNP = "snp";
    private static final String REGISTERED = "registered";
    private static final String GHCB_VERSION = "ghcb-version";
    private static final String HYPERCALL_EXITS = "hypercall-exits";
    private static final String MORE_MEMORY = "more-memory";
    private static final String CERTIFICATES = "certificates";

    private ExchangeParameters() {
    }

    /** All of them, each with its usual value. */
    public static List<Parameter> all() {
        return List.of(
                Parameter.number(VCPUS, 1, ExchangeBounds.MOST_VCPUS,
                        "virtual CPUs, each with a GHCB page").usually(2),
                Parameter.number(BUFFER_WORDS, 1, ExchangeBounds.MOST_BUFFER_WORDS,
                        "words of eight bytes of each GHCB's shared buffer; 254 in hardware")
                        .usually(1),
                Parameter.number(PAGES, 0, ExchangeBounds.MOST_PAGES,
                        "pages of memory that an SNP guest has, private at first").usually(0),
                Parameter.flag(SNP, "whether the guest is SEV-SNP, or else SEV-ES")
                        .usually(GuestVm.USUAL.snp()),
                Parameter.flag(REGISTERED, "whether each virtual CPU of an SNP guest has"
                        + " registered its GHCB before").usually(GuestVm.USUAL.registered()),
                Parameter.number(GHCB_VERSION, 1, 2, "the newest version of the protocol that the"
                        + " guest is offered").usually(GuestVm.USUAL.ghcbVersion()),
                Parameter.flag(HYPERCALL_EXITS, "whether KVM_HC_MAP_GPA_RANGE goes to user space")
                        .usually(GuestVm.USUAL.hypercallExits()),
                Parameter.flag(MORE_MEMORY, "whether shared memory beyond the GHCBs can be a"
                        + " scratch area").usually(GuestVm.USUAL.moreMemory()),
                Parameter.flag(CERTIFICATES, "whether user space wants to be asked for"
                        + " certificates: KVM_SEV_SNP_ENABLE_REQ_CERTS, since p-7.3")
                        .usually(GuestVm.USUAL.certificates()),
                Parameter.number(VMSA_PAGES, 0, ExchangeBounds.MOST_VMSA_PAGES, "pages in which an"
                        + " SNP guest can keep the state of a virtual CPU; page 0 lies on a"
                        + " boundary of 2 MiB").usually(0),
                Parameter.number(VMSA_HOLES, 0, ExchangeBounds.MOST_VMSA_HOLES, "how often user"
                        + " space can take the memory of such a page away").usually(0),
                Parameter.flag(VMSA_WRITES, "whether what the host writes into a VMSA that was"
                        + " launched is modelled").usually(false),
                Parameter.word(APS, ApsBegin.words(), "in what state virtual CPUs but the first"
                        + " begin; created: AP n from VMSA page n").usually("running"),
                Parameter.number(ADVERSARY, 0, Adversary.MOST,
                        "what the host may do that the protocol forbids, so often").usually(0));
    }

    /** How much a machine with {@code arguments} has. */
    public static ExchangeBounds bounds(Arguments arguments) {
        return new ExchangeBounds(arguments.number(VCPUS), arguments.number(BUFFER_WORDS),
                arguments.number(PAGES), arguments.number(VMSA_PAGES),
                arguments.number(VMSA_HOLES),
                ApsBegin.of(arguments.word(APS)));
    }

    /** The machine with {@code arguments}, whose virtual CPUs run {@code scripts}. */
    public static ExchangeShape shape(
            Arguments arguments, Map<Integer, Script<GhcbGuest>> scripts) {
        return shape(arguments, scripts, new LinkedHashMap<>());
    }

    /** The same, where {@code threads} of the VMM are scripted, too. */
    public static ExchangeShape shape(Arguments arguments,
            Map<Integer, Script<GhcbGuest>> scripts,
            Map<Integer, Script<ScriptedThread>> threads) {
        GuestVm vm = new GuestVm(arguments.flag(SNP), arguments.flag(REGISTERED),
                arguments.number(GHCB_VERSION), arguments.flag(HYPERCALL_EXITS),
                arguments.flag(MORE_MEMORY), arguments.flag(CERTIFICATES));
        return new ExchangeShape(bounds(arguments), vm, arguments.flag(VMSA_WRITES),
                arguments.number(ADVERSARY), scripts, threads);
    }

    /** What is wrong with those values together. */
    public static Optional<String> problem(Arguments arguments) {
        return problemOfAps(arguments).or(() -> problemOfPages(arguments))
                .or(() -> problemOfCertificates(arguments));
    }

    private static Optional<String> problemOfAps(Arguments arguments) {
        int pages = arguments.number(VMSA_PAGES);
        if (pages > 0 && !arguments.flag(SNP)) {
            return Optional.of("only an SNP guest has pages for VMSAs: write snp: true beside "
                    + VMSA_PAGES + ": " + pages);
        }
        if (pages == 0 && arguments.flag(SNP) && arguments.flag(VMSA_WRITES)) {
            return Optional.of("of an SNP guest only the pages that it makes VMSAs are modelled:"
                    + " write " + VMSA_PAGES + ": 1 beside " + VMSA_WRITES + ": true");
        }
        boolean created = arguments.word(APS).equals(ApsBegin.CREATED.word());
        int vcpus = arguments.number(VCPUS);
        return created && pages < vcpus ? Optional.of("there is no VMSA page for each virtual CPU"
                + " that was created: write " + VMSA_PAGES + ": " + vcpus + " beside "
                + APS + ": " + ApsBegin.CREATED.word()) : Optional.empty();
    }

    private static Optional<String> problemOfCertificates(Arguments arguments) {
        return arguments.flag(CERTIFICATES) && !arguments.flag(SNP)
                ? Optional.of("only the guest of SNP asks for certificates: write snp: true beside "
                        + CERTIFICATES + ": true") : Optional.empty();
    }

    private static Optional<String> problemOfPages(Arguments arguments) {
        return arguments.number(PAGES) > 0 && !arguments.flag(SNP)
                ? Optional.of("only the guest of SNP has pages that are private or shared: write "
                        + "snp: true beside " + PAGES + ": " + arguments.number(PAGES))
                : Optional.empty();
    }

    /** A value that its field has no room for would be another one in hardware. */
    private static Optional<String> tooWide(Map<String, String> given) {
        String value = given.getOrDefault("value", given.get("is"));
        return GhcbField.named(given.getOrDefault("field", ""))
                .filter(field -> value != null && !field.holds(Parameter.numberOf(value)))
                .map(field -> "'" + value + "' does not fit into " + field + ", which has "
                        + field.bytes() + (field.bytes() == 1 ? " byte" : " bytes"));
    }

    /** What is wrong with {@code call} in a machine with those values. */
    public static Optional<String> problem(Arguments arguments, Call<?> call) {
        return tooWide(call.arguments().values()).or(() -> problemOfPages(arguments, call))
                .or(() -> problemOfStarts(arguments, call));
    }

    private static Optional<String> problemOfStarts(Arguments arguments, Call<?> call) {
        return call.operation().name().equals(SecondStartOperations.START_AGAIN)
                && arguments.word(APS).equals(ApsBegin.OFF.word())
                ? Optional.of("the AP was never started: write icr-write for its first start, or "
                        + APS + ": " + ApsBegin.RUNNING.word()) : Optional.empty();
    }

    private static Optional<String> problemOfPages(Arguments arguments, Call<?> call) {
        String operation = call.operation().name();
        if (MemoryOperations.isNamed(operation) && arguments.number(PAGES) == 0) {
            return Optional.of("the guest has no pages: write snp: true and " + PAGES + ": 1");
        }
        if (!operation.equals(MemoryOperations.CHANGE)) {
            return Optional.empty();
        }
        int pages = call.arguments().number(MemoryOperations.PAGES);
        int first = call.arguments().number(MemoryOperations.FIRST);
        if (first + pages > arguments.number(PAGES)) {
            return Optional.of("the last of those pages is " + (first + pages - 1)
                    + ", and the machine has " + PAGES + ": " + arguments.number(PAGES));
        }
        int words = call.arguments().word(MemoryOperations.FORM).equals(MemoryOperations.LIST)
                ? pages + 1 : 0;
        return words > arguments.number(BUFFER_WORDS)
                ? Optional.of("such a list needs " + BUFFER_WORDS + ": " + words)
                : Optional.empty();
    }
}
