package org.exitrace.engine.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exitrace.engine.state.LayoutBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RwSemTest {

    private RwSemCell sem;

    @BeforeEach
    void declare() {
        LayoutBuilder layout = new LayoutBuilder();
        sem = new RwSemCell(layout.region("kvm"), "sem");
        layout.close();
    }

    @Test
    void readersShareItAndKeepTheWriterOut() {
        sem.downRead();
        sem.downRead();
        assertThat(sem.isReadable()).isTrue();
        assertThat(sem.isFree()).isFalse();
        assertThatThrownBy(sem::downWrite).hasMessageContaining("is not free");
        sem.upRead();
        assertThat(sem.isFree()).isFalse();
        sem.upRead();
        assertThat(sem.isFree()).isTrue();
    }

    @Test
    void theWriterKeepsEverybodyOut() {
        sem.downWrite();
        assertThat(sem.isReadable()).isFalse();
        assertThat(sem.isFree()).isFalse();
        assertThatThrownBy(sem::upRead).hasMessageContaining("not held by a reader");
        sem.upWrite();
        assertThat(sem.isFree()).isTrue();
        assertThat(sem.isReadable()).isTrue();
    }

    @Test
    void aSemaphoreWhoseMemoryIsGoneIsNobodysWhoeverHeldIt() {
        sem.downRead();
        sem.downRead();
        sem.forget();
        assertThat(sem.isFree()).isTrue();
        assertThatThrownBy(sem::upRead).hasMessageContaining("not held by a reader");
        sem.downWrite();
        sem.forget();
        assertThat(sem.isFree()).isTrue();
        assertThatThrownBy(sem::upWrite).hasMessageContaining("not held by a writer");
    }

    @Test
    void nobodyGivesBackWhatNobodyHolds() {
        assertThatThrownBy(sem::upRead).hasMessageContaining("not held by a reader");
        assertThatThrownBy(sem::upWrite).hasMessageContaining("not held by a writer");
    }
}
