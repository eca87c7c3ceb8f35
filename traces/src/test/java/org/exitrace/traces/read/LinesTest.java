package org.exitrace.traces.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exitrace.traces.Samples;
import org.exitrace.traces.line.DamagedLine;
import org.exitrace.traces.line.LostEvents;
import org.exitrace.traces.line.Stamp;
import org.exitrace.traces.line.TraceEvent;
import org.exitrace.traces.line.TraceItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of a body, and what becomes of lines that are no events. */
class LinesTest {

    private static final String BODY = "kvm_entry: vcpu 3, rip 0x7";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
             qemu-x86-12  [007]     3.000004: ;qemu-x86;12;7;3000004000;6
                CPU 0/KVM-7289    [023] d..1.  2925.640961: ;CPU 0/KVM;7289;23;2925640961000;6
                CPU 0/KVM-7289    ( 7280) [023] d..1.  25.640961: ;CPU 0/KVM;7289;23;25640961000;6
                <...>-3928  [1003]   302.633080: ;<...>;3928;1003;302633080000;6
                CPU 0/KVM   12345 [007] 1.408994123:  kvm:;CPU 0/KVM;12345;7;1408994123;9
                CPU 0/KVM 123/456 [007] 1.408994: kvm:;CPU 0/KVM;456;7;1408994000;6
            preempt_test 20530.456690:      kvm:;preempt_test;-1;-1;20530456690000;6
                [001]   770.850316:             kvm:;"";-1;1;770850316000;6
             6204.951631: ;"";-1;-1;6204951631000;6
            0.000000: ;"";-1;-1;0;6
            """)
    void columnsAreUnderstoodInWhicheverToolPrintedThem(
            String columns, String comm, int tid, int cpu, long ns, int digits) {
        String line = columns + BODY;

        TraceEvent event = Samples.events(line).get(0);

        Stamp stamp = event.stamp();
        assertThat(stamp.task().comm()).isEqualTo(comm);
        assertThat(List.of(stamp.task().tid(), stamp.cpu(), stamp.digits()))
                .containsExactly(tid, cpu, digits);
        assertThat(stamp.ns()).isEqualTo(ns);
        assertThat(event.body().number("vcpu")).isEqualTo(3);
        assertThat(event).hasToString(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "nonsense",
        " 1.00000: kvm_entry: vcpu 3",
        " 1.0000000: kvm_entry: vcpu 3",
        " 1.0000000000: kvm_entry: vcpu 3",
        " 01.000000: kvm_entry: vcpu 3",
        " 1000000000000.000000: kvm_entry: vcpu 3",
        " x1.000000: kvm_entry: vcpu 3",
        " 123456789: kvm_entry: vcpu 3",
        " 1.000000: kvm_entry vcpu 3",
        " 1.000000: ",
        " 1.000000:",
        " 1.000000: kvm_entry: vcpu 03",
        " 1.000000: kvm_entry: vcpu 3 ",
        " 1.000000: kvm_entry: vcpu -3",
        " 1.000000: kvm_entry: vcpu 3, rip 0x07",
        " 1.000000: kvm_entry: vcpu 3, rip 0xFF",
        " 1.000000: kvm_entry: vcpu 3, rip 0x11111111111111111",
        " 1.000000: kvm_eoi: apicid 0 vector -0",
        " 1.000000: kvm_write_tsc_offset: vcpu=0 prev=18446744073709551616 next=0",
        " 1.000000: kvm_pv_tlb_flush: vcpu 0 need_flush_tlb maybe"})
    void whatNoKernelPrintsIsDamagedAndTheRestIsRead(String line) {
        TraceReader reader = Samples.reader(" 1.000000: " + BODY + "\n" + line
                + "\n 2.000000: " + BODY);

        List<TraceItem> items = Samples.items(reader);

        assertThat(items).hasSize(3);
        assertThat(items.get(1)).isInstanceOfSatisfying(DamagedLine.class, damaged -> {
            assertThat(damaged.line()).isEqualTo(2);
            assertThat(damaged.why()).isNotBlank();
            assertThat(damaged.text()).isEqualTo(line);
        });
        assertThat(items.get(2).line()).isEqualTo(3);
        assertThat(reader.tally().damaged()).isEqualTo(1);
        assertThat(reader.tally().known()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        " 1.000000: kvm_write_tsc_offset: vcpu=0 prev=18446744073709551615 next=0",
        " 1.000000: kvm_wait_lapic_expire: vcpu 0: delta -9223372036854775808 (early)",
        " 1.000000: kvm_eoi: apicid ffffffff vector -1",
        " 1.000000: kvm_hypercall: nr 0xffffffffffffffff a0 0x0 a1 0x1 a2 0x2 a3 0x3"})
    void numbersAreReadToTheirEnds(String line) {
        assertThat(Samples.events(line)).singleElement().hasToString(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "# tracer: nop", "cpus=8", "version = 7", "CPU 3 is empty",
        "##### CPU 2 buffer started ####", "\tffffffff8105c7c8 kvm_vcpu_ioctl+0x1 ([kvm])"})
    void headingsAndCallChainsAreNoDamage(String line) {
        TraceReader reader = Samples.reader(line + "\n 2.000000: " + BODY);

        assertThat(Samples.items(reader)).hasSize(1);
        assertThat(List.of(reader.tally().headings(), reader.tally().damaged(),
                reader.tally().lines())).containsExactly(1L, 0L, 2L);
    }

    @ParameterizedTest
    @CsvSource({"CPU:2 [LOST 12 EVENTS], 2, 12", "CPU:23 [LOST EVENTS], 23, 0",
        "CPU:7 [204600 EVENTS DROPPED], 7, 204600", "CPU:0 [EVENTS DROPPED], 0, 0"})
    void lostEventsAreCounted(String line, int cpu, long count) {
        TraceReader reader = Samples.reader(line + "\n" + line + "\n");

        assertThat(Samples.items(reader)).containsExactly(
                new LostEvents(1, cpu, count, line), new LostEvents(2, cpu, count, line));
        assertThat(reader.tally().lostMarks()).isEqualTo(2);
        assertThat(reader.tally().lostEvents()).isEqualTo(2 * count);
    }

    @Test
    void ofDamagedLinesTheFirstTenAreKeptAndAllCounted() {
        TraceReader reader = Samples.reader("?\n".repeat(12));
        Samples.items(reader);

        assertThat(reader.tally().damaged()).isEqualTo(12);
        assertThat(reader.tally().firstDamaged()).extracting(DamagedLine::line)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void damagedTextIsShownPrintableAndShort() {
        TraceReader reader = Samples.reader("\u0001\u00ff" + "a".repeat(500) + "\n");

        assertThat(Samples.items(reader)).singleElement().isInstanceOfSatisfying(DamagedLine.class,
                line -> assertThat(line.text()).isEqualTo("??" + "a".repeat(118)));
    }

    @Test
    void aLineWithoutEndIsOneDamagedLineHoweverLongItIs() {
        TraceReader reader = Samples.reader("x".repeat(1_000_000) + "\n 2.000000: " + BODY + "\n");

        List<TraceItem> items = Samples.items(reader);

        assertThat(items).hasSize(2);
        assertThat(items.get(0)).isInstanceOfSatisfying(DamagedLine.class,
                line -> assertThat(line.why()).isEqualTo("it is longer than 65536 bytes"));
        assertThat(items.get(1)).isInstanceOf(TraceEvent.class);
        assertThat(reader.tally().lines()).isEqualTo(2);
    }

    @Test
    void aLineOfJustAsManyBytesIsRead() {
        String line = " 2.000000: printk: ";
        String longest = line + "x".repeat(65536 - line.length());

        assertThat(Samples.events(longest + "\n")).singleElement().hasToString(longest);
        assertThat(Samples.events(longest + "x\n")).isEmpty();
    }

    @Test
    void linesAreReadWhereverBytesAreCut() throws IOException {
        String text = Samples.text("trace-pipe.txt").replace("\n", "\r\n");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        InputStream drops = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < bytes.length ? bytes[at++] : -1;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                int next = read();
                if (next >= 0) {
                    target[from] = (byte) next;
                }
                return next < 0 ? -1 : 1;
            }
        };

        assertThat(Samples.items(new TraceReader(drops)).toString()).isEqualTo(
                Samples.items(Samples.reader(Samples.text("trace-pipe.txt"))).toString());
    }

    @Test
    void linesAreReadAcrossTheEndsOfTheBuffer() {
        String line = " 2.000000: " + BODY + "\n";
        int many = 3 * (1 << 18) / line.length();
        TraceReader reader = Samples.reader(line.repeat(many));

        assertThat(Samples.items(reader)).hasSize(many);
        assertThat(reader.tally().damaged()).isZero();
    }

    @Test
    void eventsOfOthersAreKeptAsTheyAre() {
        String line = " a-1 [000] 1.000000: sched_switch: prev_comm=x ==> next_pid=1";
        TraceReader reader = Samples.reader(line + "\n a-1 [000] 1.000000: empty:\n");

        List<TraceItem> items = Samples.items(reader);

        assertThat(items.get(0)).hasToString(line);
        assertThat(((TraceEvent) items.get(0)).body().word("text"))
                .isEqualTo("prev_comm=x ==> next_pid=1");
        assertThat(items.get(1)).hasToString(" a-1 [000] 1.000000: empty:");
        assertThat(reader.tally().others()).isEqualTo(2);
        assertThat(reader.tally().events()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            kvm_entry: PC: 0x802c1f24; arm64 or RISC-V
            kvm_exit: TRAP: HSR_EC: 0x0024 (DABT_LOW), PC: 0x802c21c8; arm64
            kvm_exit: SEPC:0x8, SCAUSE:0x15, STVAL:0x0; RISC-V
            kvm_guest_fault: ipa 0x1c010000, hsr 0x93800006; arm64
            kvm_s390_sie_enter: entering sie flags 0; s390
            kvm_guest_enter: VCPU 1: trap=0x500 pc=0x0; PowerPC
            kvm_hv:kvm_guest_enter: VCPU 1: trap=0x500 pc=0x0; PowerPC
            kvm_enter: PC: 0x90000; LoongArch or MIPS
            """)
    void aTraceOfAnotherArchitectureIsRefused(String event, String architecture) {
        TraceReader reader = Samples.reader("# x\n 1.000000: " + event + "\n");

        assertThatThrownBy(() -> Samples.items(reader))
                .isInstanceOf(UnusableTraceException.class)
                .hasMessageStartingWith("line 2: ")
                .hasMessageContaining("is what KVM says on " + architecture + ";")
                .hasMessageEndingWith("only traces of x86 hosts can be read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
            \u0017\u0008\u0044tracing6;trace-cmd report
            PERFILE2h;perf script
            \u001f\u008b\u0008;zcat
            \u00fd7zXZ;xzcat
            (\u00b5/\u00fd;zstdcat
            """)
    void aFileThatIsNoTextIsRefusedWithWhatToDo(String start, String remedy) {
        assertThatThrownBy(() -> Samples.items(Samples.reader(start + "\n")))
                .isInstanceOf(UnusableTraceException.class)
                .hasMessageStartingWith("this is no text but").hasMessageContaining(remedy);
        assertThat(Samples.items(Samples.reader("\n" + start + "\n"))).hasSize(1);
    }

    @Test
    void clocksThatGoBackwardsAreToldFromCpusOutOfOrder() {
        TraceReader reader = Samples.reader("""
                 a-1 [000] 5.000000: kvm_fpu: load
                 a-1 [001] 4.000000: kvm_fpu: load
                 a-1 [001] 4.000000: kvm_fpu: load
                 a-1 [000] 4.999999: kvm_fpu: load
                 a-1 [002] 4.500000: kvm_fpu: load
                 a-1 [200] 6.000000: kvm_fpu: load
                 a-1 [200] 5.000000: kvm_fpu: load
                """);
        Samples.items(reader);

        Tally tally = reader.tally();
        assertThat(tally.backwards()).isEqualTo(new Tally.Counted(2, 4));
        assertThat(tally.outOfOrder()).isEqualTo(new Tally.Counted(3, 2));
        assertThat(tally.firstNs()).isEqualTo(4_000_000_000L);
        assertThat(tally.lastNs()).isEqualTo(6_000_000_000L);
    }

    /** One jump is one fault, whatever comes behind it. */
    @Test
    void behindAJumpBackwardsOtherCpusAreInOrder() {
        TraceReader reader = Samples.reader("""
                 a-1 [000] 5.000000: kvm_fpu: load
                 a-1 [000] 1.000000: kvm_fpu: load
                 a-1 [001] 1.100000: kvm_fpu: load
                 a-1 [000] 1.200000: kvm_fpu: load
                """);
        Samples.items(reader);

        assertThat(reader.tally().backwards()).isEqualTo(new Tally.Counted(1, 2));
        assertThat(reader.tally().outOfOrder()).isEqualTo(new Tally.Counted(0, 0));
        assertThat(reader.tally().lastNs()).isEqualTo(5_000_000_000L);
    }

    @Test
    void withoutCpusAllLinesAreOfOneClock() {
        TraceReader reader = Samples.reader(" 2.000000: kvm_fpu: load\n 1.000000: kvm_fpu: load\n");
        Samples.items(reader);

        assertThat(reader.tally().backwards()).isEqualTo(new Tally.Counted(1, 2));
        assertThat(reader.tally().outOfOrder()).isEqualTo(new Tally.Counted(0, 0));
    }

    @Test
    void ofAnEmptyTraceThereIsNoTime() {
        TraceReader reader = Samples.reader("");

        assertThat(Samples.items(reader)).isEmpty();
        assertThat(reader.tally().firstNs()).isEqualTo(-1);
        assertThat(reader.tally().lastNs()).isEqualTo(-1);
        assertThat(reader.tally().lines()).isZero();
    }
}
