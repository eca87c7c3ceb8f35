package org.exitrace.kvm.migration.world;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.engine.script.ResultCell;
import org.exitrace.engine.script.SharedWords;
import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.CountCell;
import org.exitrace.engine.state.EnumCell;
import org.exitrace.engine.state.FlagCell;
import org.exitrace.engine.state.Region;
import org.exitrace.kvm.migration.spec.HypercallError;

/** A virtual CPU of the guest, and what KVM and the VMM keep for it. */
public final class Vcpu extends Region {

    /** #GP, as scripts write it. */
    public static final String GP = "GP";
    /** An access without a fault, or something that was done. */
    public static final String OK = "OK";
    /** The guest has said that it can be migrated. */
    public static final String READY = "READY";
    /** The guest has not said that it can be migrated. */
    public static final String DISABLED = "DISABLED";
    /** A load gave what the guest wrote last. */
    public static final String WRITTEN = "WRITTEN";
    /** A load gave what the guest wrote before. */
    public static final String OLD = "OLD";
    /** A load gave what another key decrypts to. */
    public static final String NOISE = "NOISE";

    /** What its last scripted operation gave. */
    public final ResultCell result = new ResultCell(cells(), "result", results());
    /** Its CPUID has the feature. */
    public final FlagCell cpuid = cells().flag("cpuid");
    /** It has left the guest because the VM is stopped. */
    public final FlagCell away = cells().flag("away");
    /** Its thread is in user space, with an exit that it handles. */
    public final FlagCell exited = cells().flag("exited");
    /** {@code run->hypercall.ret}, in a union with what other exits write. */
    public final EnumCell<HypercallError> ret = cells().choice("ret", HypercallError.class);
    /** RAX behind its last hypercall. */
    public final EnumCell<HypercallError> rax = cells().choice("rax", HypercallError.class);
    /** What its last access to the MSR gave. */
    public final EnumCell<MsrAnswer> answer = cells().choice("msr_answer", MsrAnswer.class);
    /** How often it has done what it does several times. */
    public final CountCell turn = cells().count("turn", 7);
    /** A hypercall that the host carried out gave an error. */
    public final FlagCell failedForNothing = cells().ghost().flag("failed_for_nothing");
    /** The guest that it runs. */
    public final World world;
    /** Words by which scripted actors wait for each other. */
    public final SharedWords words;

    private final int number;

    /** Declares the cells of vCPU {@code number} in {@code scope}. */
    public Vcpu(CellScope scope, int number, World world, SharedWords words) {
        super(scope);
        this.number = number;
        this.world = world;
        this.words = words;
    }

    /** Its number, from 0. */
    public int number() {
        return number;
    }

    /** Whether it executes the guest's instructions. */
    public boolean runs() {
        return away.isClear();
    }

    /** All that its operations can give. */
    public static List<String> results() {
        List<String> words = new ArrayList<>(
                List.of(OK, GP, READY, DISABLED, WRITTEN, OLD, NOISE, "1"));
        for (HypercallError error : HypercallError.values()) {
            words.add(error.asResult());
        }
        return words;
    }
}
