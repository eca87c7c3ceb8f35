package org.exitrace.psp.command;

import java.util.List;
import java.util.function.Consumer;
import org.exitrace.psp.firmware.Firmware;
import org.exitrace.psp.firmware.Identity;
import org.exitrace.psp.spec.CommandId;
import org.exitrace.psp.spec.SevState;
import org.exitrace.psp.spec.Status;

/**
 * The platform's keys: new ones, their certificates, an owner's certificate. New keys are saved
 * before they take the place of the old, so that these stay where they cannot be saved.
 */
final class PlatformKeys {

    private static final String SOURCE = "SEV firmware, a.2";
    /** A certificate, which a request for one is too, in the firmware's own format (memory). */
    private static final long CERTIFICATE_BYTES = 0x824;
    /** The certificates of PEK, OCA and CEK. */
    private static final long CHAIN_BYTES = 3 * CERTIFICATE_BYTES;

    private PlatformKeys() {
    }

    static List<Handler> all() {
        return List.of(
                change(Handler.of(CommandId.PEK_GEN, SOURCE)
                        .with(PlatformRefusals::sevInit), PlatformKeys::generate),
                Handler.of(CommandId.PEK_CSR, SOURCE)
                        .with(CommonRefusals::initialised)
                        .refuseFlaw("length", Status.INVALID_LENGTH,
                                "the buffer is shorter than the request for a certificate")
                        .leaving(fw -> fw.answer.become(CERTIFICATE_BYTES))
                        .with(CommonRefusals::pageOfAnswer)
                        .with(LaunchEnd::writeAnswer),
                change(importCertificate(), fw -> {
                    fw.platform.identity.external.raise();
                    fw.platform.identity.pdh.become(fw.entropy.draw());
                }),
                Handler.of(CommandId.PDH_CERT_EXPORT, SOURCE)
                        .with(CommonRefusals::initialised)
                        .refuseFlaw("length", Status.INVALID_LENGTH,
                                "a buffer is shorter than the certificates")
                        .leaving(fw -> fw.answer.become(
                                CERTIFICATE_BYTES | CHAIN_BYTES << Integer.SIZE))
                        .with(CommonRefusals::pageOfAnswer)
                        .with(LaunchEnd::writeAnswer),
                change(Handler.of(CommandId.PDH_GEN, SOURCE)
                                .with(CommonRefusals::initialised),
                        fw -> fw.platform.identity.pdh.become(fw.entropy.draw()))
                        .moves(new Move("platform", SevState.WORKING, SevState.WORKING)));
    }

    private static Handler importCertificate() {
        return Handler.of(CommandId.PEK_CERT_IMPORT, SOURCE)
                .with(PlatformRefusals::sevInit)
                .refuse("owned", Status.ALREADY_OWNED, "the platform has an owner already",
                        fw -> fw.platform.identity.external.isSet())
                .refuseFlaw("length", Status.INVALID_LENGTH, "a certificate's length is wrong")
                .refuseFlaw("certificate", Status.INVALID_CERTIFICATE,
                        "a certificate is malformed, or they are no chain")
                .refuseFlaw("signature", Status.BAD_SIGNATURE, "a signature is wrong")
                .refuseFlaw("pek", Status.INVALID_CERTIFICATE,
                        "the certificate is not that of the platform's PEK");
    }

    /** Saves the keys that {@code change} makes, then uses them. */
    private static Handler change(Handler handler, Consumer<Firmware> change) {
        return handler.next("saves the keys")
                .with(KeyStorage::saved)
                .does(change.andThen(fw ->
                        KeyStorage.current(fw).save(fw.platform.identity)))
                .moves(new Move("platform", SevState.INIT, SevState.INIT));
    }

    /** A new authority of its own, and new keys under it: nobody else owns the platform then. */
    private static void generate(Firmware fw) {
        Identity identity = fw.platform.identity;
        identity.pek.become(fw.entropy.draw());
        identity.pdh.become(fw.entropy.draw());
        identity.external.clear();
    }
}
