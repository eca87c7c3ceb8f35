package org.exitrace.kvm.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** What a VMM does with KVM_HC_MAP_GPA_RANGE. */
public enum VmmAtMap implements SwitchValue {
    /** It converts the pages. */
    CONVERTS("converts",
            "the VMM changes the pages' attributes and answers 0",
            "hypercalls.rst, KVM_HC_MAP_GPA_RANGE"),
    /** It refuses. */
    REFUSES("refuses",
            "the VMM changes nothing and answers EINVAL",
            "hypercalls.rst, KVM_HC_MAP_GPA_RANGE"),
    /** It answers nonsense. */
    ANSWERS_NONSENSE("answers-nonsense",
            "the VMM changes nothing and answers what is neither 0, EINVAL nor EAGAIN",
            "docs/ghcb.md f.4");

    /** What does a VMM do when pages shall become private or shared? */
    public static final Switch<VmmAtMap> SWITCH = new Switch<>("vmm-at-map",
            "What does a VMM do when pages shall become private or shared?",
            VmmAtMap.class, CONVERTS);

    private final Text text;

    VmmAtMap(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
