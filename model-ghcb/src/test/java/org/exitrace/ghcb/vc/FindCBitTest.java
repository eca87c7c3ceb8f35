package org.exitrace.ghcb.vc;

import static org.assertj.core.api.Assertions.assertThat;

import org.exitrace.ghcb.host.TalkingGuest;
import org.exitrace.ghcb.spec.EncryptionLeaf;
import org.exitrace.ghcb.spec.MsrInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a guest takes for its C-bit when a host tells it the truth, or something else. */
class FindCBitTest {

    /** A host that answers CPUID with those values, first EAX, then EBX. */
    private static TalkingGuest cpuid(String source, long eax, long ebx) {
        TalkingGuest machine = new TalkingGuest(1, "c-bit=" + source);
        return machine.withHost(guest -> {
            if (machine.requests().size() < 3 && MsrInfo.of(guest.msr.get()).orElseThrow()
                    == MsrInfo.CPUID_RESPONSE) {
                guest.msr.become(EncryptionLeaf.with(
                        guest.msr.get(), machine.requests().size() == 1 ? eax : ebx));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"tried, 0xa, 51, ''", "told, 0xa, 51, ''", "told, 0xa, 0x73, ''",
        "told, 0xa, 47, c-bit", "tried, 0xa, 47, deadlock", "told, 0x8, 51, encrypted",
        "tried, 0x8, 51, ''", "tried, 0, 0, ''", "told, 0, 0, encrypted"})
    void onlyWhatTheProcessorConfirmsIsTaken(
            String source, String eax, String ebx, String broken) {
        TalkingGuest machine = cpuid(source, Long.decode(eax), Long.decode(ebx))
                .runs("find-c-bit by=CPUID", "write word=1");
        boolean lie = !eax.equals("0xa") || Long.decode(ebx) % 64 != 51;

        assertThat(String.join(" ", machine.broken())).isEqualTo(broken);
        assertThat(machine.vc().halted.isSet()).isEqualTo(lie && source.equals("tried"));
        assertThat(machine.words.isSet(1)).isEqualTo(!machine.vc().halted.isSet());
        assertThat(machine.vc().mask().isWrong()).isEqualTo(broken.equals("c-bit"));
        assertThat(machine.vc().mask().isNone()).isEqualTo(broken.equals("encrypted"));
        assertThat(machine.requests().get(0)).isEqualTo("CPUID_REQUEST 8000001f00000");
    }

    @ParameterizedTest
    @CsvSource({"tried, 51, ''", "told, 51, ''", "told, 47, c-bit", "tried, 47, ''"})
    void sevInformationTellsItToo(String source, long place, String broken) {
        TalkingGuest machine = new TalkingGuest(1, "c-bit=" + source).withHostAt(1,
                guest -> guest.msr.become(MsrInfo.sevInfo(2, 1, place)))
                .runs("find-c-bit by=SEV_INFO");

        assertThat(String.join(" ", machine.broken())).isEqualTo(broken);
        assertThat(machine.vc().halted.isSet()).isEqualTo(place == 47 && source.equals("tried"));
        assertThat(machine.requests()).containsExactly("SEV_INFO_REQUEST 0");
    }

    @Test
    void thePageOfCpuidValuesAsksNobody() {
        TalkingGuest machine = new TalkingGuest(1, "c-bit=cpuid-page")
                .runs("find-c-bit by=CPUID", "find-c-bit by=SEV_INFO");

        assertThat(machine.requests()).isEmpty();
        assertThat(machine.broken()).isEmpty();
        assertThat(machine.marks()).isEmpty();
    }
}
