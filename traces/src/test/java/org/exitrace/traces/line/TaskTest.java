package org.exitrace.traces.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
              qemu-system-x86-3927  ;qemu-system-x86;3927
            a-1 (-------) ;a;1
            CPU 0/KVM  77 ;CPU 0/KVM;77
            vhost-12 12/34;vhost-12;34
            12/34;"";34
            kworker/3:1-45 ;kworker/3:1;45
            x86;x86;-1
            999;999;-1
            a-1234567890 ;a-1234567890;-1
            (x);(x);-1
            """, quoteCharacter = '"')
    void isUnderstoodAsEachToolPrintsIt(String text, String comm, int tid) {
        assertThat(Task.of(text)).isEqualTo(new Task(text, comm, tid));
    }
}
