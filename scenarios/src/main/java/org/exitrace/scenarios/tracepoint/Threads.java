package org.exitrace.scenarios.tracepoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exitrace.engine.model.Model;
import org.exitrace.engine.state.StateLayout;

/**
 * Which actors of a machine are which threads of the host: a vCPU's thread is the actor that runs
 * it, and its guest. Virtual processors with VTLs are a vCPU each, or one for each VTL, whose
 * numbers go on behind those of VTL0.
 */
final class Threads {

    private static final Pattern OF_VTL = Pattern.compile(
            "(stimer-)?(?:vp|vcpu)(\\d+)(?:-vtl(\\d+))?(?:-\\d+)?");
    private static final String VP = "vp[";

    private final boolean hasVtls;
    private final boolean hasVcpuOfEachVtl;
    private final int vcpus;
    private final int vps;

    private Threads(boolean hasVtls, boolean hasVcpuOfEachVtl, int vps, int vtls) {
        this.hasVtls = hasVtls;
        this.hasVcpuOfEachVtl = hasVcpuOfEachVtl;
        this.vps = vps;
        this.vcpus = hasVcpuOfEachVtl ? vps * vtls : vps;
    }

    static Threads of(Model model) {
        StateLayout layout = model.layout();
        if (layout.find("vp[0].active_vtl").isEmpty()) {
            return new Threads(false, false, count(layout, "vcpu[", "].mp_state"), 1);
        }
        boolean each = model.actors().stream()
                .anyMatch(actor -> actor.name().matches("vcpu\\d+-vtl\\d+"));
        return new Threads(true, each, count(layout, VP, "].active_vtl"),
                count(layout, "vp[0].vtl[", "].executes"));
    }

    private static int count(StateLayout layout, String before, String behind) {
        int count = 0;
        while (layout.find(before + count + behind).isPresent()) {
            count++;
        }
        return count;
    }

    int vcpus() {
        return vcpus;
    }

    /**
     * A thread.
     *
     * @param name its own
     * @param vcpu its vCPU's number; -1 for another
     * @param regions of its cells, by what their names begin with
     * @param vp the region of its virtual processor that has VTLs; else empty
     * @param vtl the one whose thread it is; -1 for all of them
     */
    record Thread(String name, int vcpu, Map<String, String> regions, String vp, int vtl) {
    }

    /** That of the actor of that name. */
    Thread of(String actor) {
        return hasVtls ? ofVtl(actor) : ofVcpu(actor);
    }

    private static Thread ofVcpu(String actor) {
        String name = actor.endsWith("-vmm") ? actor.substring(0, actor.length() - 4) : actor;
        int vcpu = name.equals("bsp") ? 0 : name.matches("(ap|vcpu)\\d+")
                ? Integer.parseInt(name.replaceAll("\\D", "")) : -1;
        Map<String, String> regions = new LinkedHashMap<>();
        regions.put("", vcpu < 0 ? actor : "vcpu[" + vcpu + "]");
        if (vcpu >= 0) {
            regions.put("sev_es.", "sev_es[" + vcpu + "]");
            regions.put("guest.", "guest[" + vcpu + "]");
        }
        return new Thread(regions.get(""), vcpu, regions, "", -1);
    }

    private Thread ofVtl(String actor) {
        Matcher name = OF_VTL.matcher(actor);
        if (!name.matches()) {
            return new Thread(actor, -1, Map.of(), "", -1);
        }
        int vp = Integer.parseInt(name.group(2));
        int vtl = name.group(3) == null || !hasVcpuOfEachVtl ? 0 : Integer.parseInt(name.group(3));
        int vcpu = vtl * vps + vp;
        boolean isTimer = name.group(1) != null;
        return new Thread(isTimer ? actor : "vcpu" + vcpu, isTimer ? -1 : vcpu,
                isTimer ? Map.of("target.", Integer.toString(vcpu)) : Map.of(), VP + vp + "]",
                hasVcpuOfEachVtl ? vtl : -1);
    }
}
