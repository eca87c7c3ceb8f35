package org.exitrace.psp;

import java.util.List;
import java.util.stream.Stream;
import org.exitrace.engine.explore.Exploration;
import org.exitrace.engine.property.Property;
import org.exitrace.psp.firmware.FirmwareBounds;

/** Machines for tests with one SNP guest, whose context is in page 0 and whose ASID is 1. */
final class SnpHosts {

    /** Six pages, one core complex. */
    static final FirmwareBounds SIX_PAGES = new FirmwareBounds(1, 1, 1, 2, 3, 6);

    private static final List<String> INITIALISED = List.of("host-setting set=snp-enabled",
            "SNP_INIT -> SUCCESS", "wbinvd-on-all-cpus", "SNP_DF_FLUSH -> SUCCESS",
            "RMPUPDATE page=0 immutable=true -> SUCCESS");
    private static final List<String> ACTIVE = List.of("SNP_GCTX_CREATE gctx=0 -> SUCCESS",
            "SNP_LAUNCH_START gctx=0 debug=true -> SUCCESS",
            "SNP_ACTIVATE gctx=0 asid=1 -> SUCCESS");
    private static final List<String> RUNNING = List.of(
            "RMPUPDATE page=5 asid=1 gpa=5 immutable=true -> SUCCESS",
            "SNP_LAUNCH_UPDATE gctx=0 page=5 type=SECRETS -> SUCCESS",
            "SNP_LAUNCH_FINISH gctx=0 -> SUCCESS");

    private SnpHosts() {
    }

    /** SNP is initialised, page 0 is FIRMWARE; then {@code lines}. */
    static String[] initialised(String... lines) {
        return join(INITIALISED, lines);
    }

    /** The guest is in LAUNCH and has its ASID; then {@code lines}. */
    static String[] active(String... lines) {
        return initialised(join(ACTIVE, lines));
    }

    /** The guest runs, and has its secrets in page 5; then {@code lines}. */
    static String[] running(String... lines) {
        return active(join(RUNNING, lines));
    }

    /** The ids of what is broken on some schedule. */
    static List<String> broken(Hosts hosts) {
        return new Exploration(hosts.model()).go().broken().stream()
                .map(broken -> broken.property()).map(Property::id).toList();
    }

    private static String[] join(List<String> first, String... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toArray(String[]::new);
    }
}
