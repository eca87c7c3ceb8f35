package org.exitrace.kvm.enter;

import org.exitrace.kvm.spec.GuestAct;

/**
 * What a guest does next.
 *
 * @param act which act
 * @param page the page that it is about
 * @param isPrivate whether the guest holds that page, or wants it, as a private one
 * @param flaw what is wrong with what it asks
 */
public record GuestDoes(GuestAct act, int page, boolean isPrivate, GuestAct.Flaw flaw) {

    /** As labels tell it. */
    String label() {
        return switch (act) {
            case ACCESS, MAP_GPA_RANGE, PSC, MSR_PSC_REQ ->
                    act + (isPrivate ? " private page " : " shared page ") + page;
            default -> act.name();
        };
    }
}
