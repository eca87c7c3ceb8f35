package org.exitrace.traces.body;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tracepoints of KVM on x86 whose texts are known. */
public final class Tracepoints {

    private static final Map<String, Tracepoint> TABLE = read();

    /** A vCPU enters its guest. */
    public static final Tracepoint ENTRY = of("kvm_entry");
    /** A guest left; why. */
    public static final Tracepoint EXIT = of("kvm_exit");
    /** KVM_RUN returns to user space; why. */
    public static final Tracepoint USERSPACE_EXIT = of("kvm_userspace_exit");
    /** A vCPU stops waiting in the host; for how long it did. */
    public static final Tracepoint VCPU_WAKEUP = of("kvm_vcpu_wakeup");
    /** A request by the GHCB page begins. */
    public static final Tracepoint VMGEXIT_ENTER = of("kvm_vmgexit_enter");
    /** A request by the GHCB page ends. */
    public static final Tracepoint VMGEXIT_EXIT = of("kvm_vmgexit_exit");
    /** A request by the GHCB MSR begins. */
    public static final Tracepoint MSR_PROTOCOL_ENTER = of("kvm_vmgexit_msr_protocol_enter");
    /** A request by the GHCB MSR ends. */
    public static final Tracepoint MSR_PROTOCOL_EXIT = of("kvm_vmgexit_msr_protocol_exit");
    /** A nested page fault by a rule of the RMP. */
    public static final Tracepoint RMP_FAULT = of("kvm_rmp_fault");
    /** A write to the ICR sends an interrupt, INIT or SIPI. */
    public static final Tracepoint APIC_IPI = of("kvm_apic_ipi");
    /** A local APIC accepts one. */
    public static final Tracepoint APIC_ACCEPT_IRQ = of("kvm_apic_accept_irq");

    private Tracepoints() {
    }

    /** All of them, in the order of the table. */
    public static Collection<Tracepoint> all() {
        return TABLE.values();
    }

    /** The one of that name. */
    public static Optional<Tracepoint> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException where the table has none
     */
    public static Tracepoint of(String name) {
        return find(name).orElseThrow(() ->
                new IllegalArgumentException("no tracepoint of KVM is named '" + name + "'"));
    }

    private static Map<String, Tracepoint> read() {
        Map<String, List<Form>> forms = new LinkedHashMap<>();
        List<Form> latest = List.of();
        try (InputStream in = Tracepoints.class.getResourceAsStream("tracepoints.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("    ")) {
                    latest.add(new Form(line.substring(4)));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    latest = new ArrayList<>();
                    forms.put(line, latest);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, Tracepoint> table = new LinkedHashMap<>();
        forms.forEach((name, each) -> table.put(name, new Tracepoint(name, true, each)));
        return Collections.unmodifiableMap(table);
    }
}
