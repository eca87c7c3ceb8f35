package org.exitrace.kvm.lock;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.engine.state.CellScope;
import org.exitrace.engine.state.LayoutBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldLocksTest {

    private HeldLocks locks;
    private KernelMutex outer;
    private KernelMutex inner;

    @BeforeEach
    void declare() {
        LayoutBuilder layout = new LayoutBuilder();
        CellScope scope = layout.region("kvm");
        locks = new HeldLocks(scope.in("locks"), 0);
        outer = new KernelMutex(scope, "outer");
        inner = new KernelMutex(scope, "inner");
        layout.close();
    }

    @Test
    void takingLocksInTheirOrderIsNoInversion() {
        locks.take(LockClass.KVM_LOCK, outer);
        locks.take(LockClass.SEV_BITMAP_LOCK, inner);
        assertThat(locks.inversion.isSet()).isFalse();
        assertThat(locks.release(LockClass.SEV_BITMAP_LOCK, inner)).isTrue();
        locks.take(LockClass.VCPU_MUTEX, inner);
        assertThat(locks.inversion.isSet()).isFalse();
    }

    @Test
    void takingAnOuterLockInsideAnInnerOneIsAnInversion() {
        locks.take(LockClass.VCPU_MUTEX, inner);
        locks.take(LockClass.KVM_LOCK, outer);
        assertThat(locks.inversion.isSet()).isTrue();
    }

    @Test
    void takingTwoLocksOfOneKindIsAnInversion() {
        locks.take(LockClass.KVM_LOCK, outer);
        locks.take(LockClass.KVM_LOCK, inner);
        assertThat(locks.inversion.isSet()).isTrue();
    }

    @Test
    void severalVcpusMayBeLockedUnderTheVmsLock() {
        KernelMutex vm = outer;
        locks.take(LockClass.KVM_LOCK, vm);
        locks.take(LockClass.VCPU_MUTEX, inner);
        locks.enter(LockClass.VCPU_MUTEX);
        assertThat(locks.inversion.isSet()).isFalse();
    }

    @Test
    void severalVcpusMayNotBeLockedWithoutIt() {
        locks.take(LockClass.VCPU_MUTEX, inner);
        locks.enter(LockClass.VCPU_MUTEX);
        assertThat(locks.inversion.isSet()).isTrue();
    }

    @Test
    void aLockWhoseMemoryWasFreedIsNoLongerHeld() {
        locks.take(LockClass.KVM_LOCK, outer);
        outer.vanish();
        assertThat(locks.release(LockClass.KVM_LOCK, outer)).isFalse();
    }
}
