package org.exitrace.ghcb.host;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.ghcb.page.GhcbPage;
import org.exitrace.ghcb.spec.ApJumpTable;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.MsrInfo;
import org.exitrace.ghcb.spec.NaeEvent;
import org.exitrace.ghcb.vcpu.GhcbGuest;

/** What a host answers that does whatever it is asked, and what it was asked. */
public final class ObligingAnswers {

    /** What each register holds that a host of this test returns. */
    public static final long OUTPUT = 0x77;

    /** The host knows versions 1 and 2, and the C-bit is bit 51. */
    public static final long VERSIONS = MsrInfo.sevInfo(2, 1, 51);

    private final List<String> requests = new ArrayList<>();
    private long jumpTable;

    /** Each request with the fields that it marks valid, in the order in which they came. */
    public List<String> requests() {
        return requests;
    }

    /** Answers the guest that has left by VMGEXIT. */
    void answer(GhcbGuest guest) {
        guest.at(guest.msr.get()).ifPresentOrElse(
                page -> byPage(guest, page), () -> byMsr(guest));
    }

    private void byPage(GhcbGuest guest, GhcbPage page) {
        NaeEvent event = NaeEvent.of(page.get(GhcbField.SW_EXITCODE)).orElseThrow();
        requests.add(event + valid(page));
        page.valid.clear();
        if (event == NaeEvent.NMI_COMPLETE) {
            guest.nmiCompleted();
        }
        long info1 = page.get(GhcbField.SW_EXITINFO1);
        long info2 = event == NaeEvent.AP_RESET_HOLD ? 1 : 0;
        if (event == NaeEvent.AP_JUMP_TABLE && info1 == ApJumpTable.SET) {
            jumpTable = page.get(GhcbField.SW_EXITINFO2);
        } else if (event == NaeEvent.AP_JUMP_TABLE) {
            info2 = jumpTable;
        }
        output(page, GhcbField.SW_EXITINFO1, 0);
        output(page, GhcbField.SW_EXITINFO2, info2);
        event.outputs().forEach(field -> output(page, field, OUTPUT));
    }

    private static void output(GhcbPage page, GhcbField field, long value) {
        page.write(field, value);
        page.markValid(field);
    }

    private static String valid(GhcbPage page) {
        StringBuilder text = new StringBuilder();
        for (GhcbField field : GhcbField.values()) {
            if (page.isValid(field) && field != GhcbField.SW_EXITCODE) {
                text.append(' ').append(field).append('=')
                        .append(Long.toHexString(page.get(field)));
            }
        }
        return text.toString();
    }

    private void byMsr(GhcbGuest guest) {
        long msr = guest.msr.get();
        requests.add(MsrInfo.of(msr).orElseThrow() + " "
                + Long.toHexString(MsrInfo.data(msr)));
        switch (MsrInfo.of(msr).orElseThrow()) {
            case SEV_INFO_REQUEST -> guest.msr.become(VERSIONS);
            case CPUID_REQUEST -> guest.msr.become(MsrInfo.CPUID_RESPONSE.with(0));
            case REGISTER_GPA_REQUEST -> guest.msr.become(
                    MsrInfo.REGISTER_GPA_RESPONSE.with(MsrInfo.data(msr)));
            case AP_RESET_HOLD_REQUEST -> guest.msr.become(
                    MsrInfo.AP_RESET_HOLD_RESPONSE.with(1));
            default -> { }
        }
    }
}
