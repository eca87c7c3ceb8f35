package org.exitrace.kvm.ioctl;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.exitrace.engine.routine.Routine;
import org.exitrace.engine.script.Operation;
import org.exitrace.kvm.host.HostBounds;
import org.exitrace.kvm.host.KvmThread;
import org.exitrace.kvm.lock.KernelMutex;

/**
 * For tables, whose rows have one thread: what another thread, which does not go on, has done so
 * far. What it then holds it holds for ever.
 */
public final class OtherThreads {

    private OtherThreads() {
    }

    /** All of them, on a host of that size. */
    public static List<Operation<KvmThread>> all(HostBounds bounds) {
        return List.of(
                at("other-holds-lock", "another thread holds kvm->lock", bounds,
                        (thread, vm) -> hold(thread.vm(vm).lock)),
                at("other-moves", "another thread moves the VM's context", bounds,
                        (thread, vm) -> thread.vm(vm).migrating.raise()),
                at("other-creates-vcpu", "another thread is in the middle of KVM_CREATE_VCPU",
                        bounds, (thread, vm) -> thread.vm(vm).created.increment()),
                Operation.<KvmThread>named("other-holds-vcpu",
                        "another thread holds vcpu->mutex of vCPU 0", thread -> thread.result)
                        .takes(Given.vm(bounds)).does(given -> step("other-holds-vcpu",
                                thread -> hold(thread.vm(given.number("vm")).vcpus.get(0)
                                        .mutex))));
    }

    private static void hold(KernelMutex mutex) {
        mutex.takenByNobodyModelled();
    }

    private static Operation<KvmThread> at(String name, String meaning, HostBounds bounds,
            ObjIntConsumer<KvmThread> effect) {
        return Operation.<KvmThread>named(name, meaning, thread -> thread.result)
                .takes(Given.vm(bounds)).does(given -> step(name,
                        thread -> effect.accept(thread, given.number("vm"))));
    }

    private static Routine<KvmThread> step(String name, Consumer<KvmThread> effect) {
        return Routine.named("another thread", "for tables", code -> code.step(name, effect)
                .costs("kvm.access"));
    }
}
