package org.exitrace.ghcb.vc;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.exitrace.ghcb.spec.GhcbField;
import org.exitrace.ghcb.spec.NaeEvent;

/**
 * What a #VC handler asks the host for.
 *
 * @param event the event
 * @param inputs the registers that it hands over
 * @param info1 {@code SW_EXITINFO1}
 * @param info2 {@code SW_EXITINFO2}
 * @param inOwnBuffer whether {@code SW_SCRATCH} names the shared buffer of the handler's page
 */
public record VcRequest(NaeEvent event, Map<GhcbField, Long> inputs, long info1, long info2,
        boolean inOwnBuffer) {

    /** Keeps the order of the page. */
    public VcRequest {
        inputs = inputs.isEmpty() ? Collections.emptyMap()
                : Collections.unmodifiableMap(new EnumMap<>(inputs));
    }

    /** Nothing passes through a buffer, or the inputs say which. */
    public VcRequest(NaeEvent event, Map<GhcbField, Long> inputs, long info1, long info2) {
        this(event, inputs, info1, info2, false);
    }

    /** An event that needs nothing, or whose inputs are all {@code value}. */
    public static VcRequest of(NaeEvent event, long info1, long value) {
        Map<GhcbField, Long> inputs = new EnumMap<>(GhcbField.class);
        event.inputs().forEach(field -> inputs.put(field, value));
        return new VcRequest(event, inputs, info1, 0);
    }
}
