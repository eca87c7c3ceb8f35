package org.exitrace.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.exitrace.traces.body.Body;
import org.exitrace.traces.body.Draft;
import org.exitrace.traces.body.Tracepoint;
import org.exitrace.traces.body.Tracepoints;
import org.exitrace.traces.write.LineStyle;
import org.exitrace.traces.write.TraceWriter;

/** Made-up traces of a guest with four vCPUs, as kernels and their tools print them. */
enum TraceText {

    /** Bodies of new kernels by trace_pipe, which are long. */
    NEW("new bodies, trace_pipe", LineStyle.TRACE_PIPE, 0, "npf", "msr", "vmgexit", "hlt"),
    /** Bodies of old kernels by trace-cmd. */
    OLD("old bodies, trace-cmd report", LineStyle.TRACE_CMD, 1, "EPT_VIOLATION", "MSR_WRITE",
            "EXTERNAL_INTERRUPT", "HLT");

    private static final int EXITS = 60_000;
    private static final int VCPUS = 4;
    private static final int FIRST_TID = 4200;

    private final String told;
    private final LineStyle style;
    private final int form;
    private final String[] reasons;

    TraceText(String told, LineStyle style, int form, String... reasons) {
        this.told = told;
        this.style = style;
        this.form = form;
        this.reasons = reasons;
    }

    String told() {
        return told;
    }

    /** Exit, what it leads to, entry, over and over: a behaviour of the model of KVM_RUN. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SplittableRandom random = new SplittableRandom(1);
        long us = 1;
        try (TraceWriter writer = new TraceWriter(out)) {
            for (int i = 0; i < EXITS; i++) {
                int vcpu = random.nextInt(VCPUS);
                for (Body body : round(vcpu, random)) {
                    us += random.nextInt(4);
                    writer.write(style.event(1, "CPU " + vcpu + "/KVM", FIRST_TID + vcpu,
                            random.nextInt(16), us * 1000, 6, body));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private List<Body> round(int vcpu, SplittableRandom random) {
        String reason = reasons[random.nextInt(reasons.length)];
        List<Body> round = new ArrayList<>(List.of(exit(vcpu, reason, random)));
        switch (reason) {
            case "hlt", "HLT" -> {
                int vector = 32 + random.nextInt(200);
                round.add(Tracepoints.APIC_ACCEPT_IRQ.draft().with("apicid", vcpu)
                        .with("vec", vector).with("mode", "Fixed").with("trigger", "edge").body());
                round.add(Tracepoints.VCPU_WAKEUP.draft().with("how", "wait")
                        .with("ns", random.nextInt(100_000)).with("polling", "valid").body());
                round.add(Tracepoints.of("kvm_inj_virq").draft().with("kind", "IRQ")
                        .with("vector", vector).body());
            }
            case "vmgexit" -> {
                round.add(request(Tracepoints.VMGEXIT_ENTER, vcpu, 1));
                round.add(msr(random));
                round.add(request(Tracepoints.VMGEXIT_EXIT, vcpu, 0));
            }
            default -> round.add(msr(random));
        }
        round.add(Tracepoints.ENTRY.forms().get(form).draft().with("vcpu", vcpu)
                .with("rip", random.nextLong()).body());
        return round;
    }

    private Body exit(int vcpu, String reason, SplittableRandom random) {
        Draft draft = Tracepoints.EXIT.forms().get(form).draft().with("reason", reason)
                .with("rip", random.nextLong()).with("info1", random.nextInt(1 << 20));
        return form == 0 ? draft.with("vcpu", vcpu).with("requests", 0).body() : draft.body();
    }

    private static Body msr(SplittableRandom random) {
        return Tracepoints.of("kvm_msr").draft().with("direction", "write").with("msr", 0x830)
                .with("data", random.nextLong()).body();
    }

    private static Body request(Tracepoint tracepoint, int vcpu, int isWrite) {
        return tracepoint.draft().with("vcpu", vcpu).with("exit_reason", 0x7C)
                .with("info1", isWrite).body();
    }
}
