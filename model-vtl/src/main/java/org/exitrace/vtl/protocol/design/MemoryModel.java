package org.exitrace.vtl.protocol.design;

import org.exitrace.engine.design.Switch;
import org.exitrace.engine.design.SwitchValue;

/** When others see what a processor stores. */
public enum MemoryModel implements SwitchValue {
    /** At once. */
    SC("sc", "at once: memory is sequentially consistent", "docs/vtl.md f.9"),
    /** As on x86. */
    TSO("tso", "later, in its order: each processor has a buffer of stores, from which its own"
            + " loads take them, and which fences and locked instructions empty",
            "docs/vtl.md f.9, x86-TSO (Sewell and others, 2010)");

    /** When do others see what a processor stores? */
    public static final Switch<MemoryModel> SWITCH = new Switch<>("memory-model",
            "When do others see what a processor stores?", MemoryModel.class, SC);

    private final Text text;

    MemoryModel(String label, String meaning, String source) {
        text = new Text(label, meaning, source);
    }

    @Override
    public Text text() {
        return text;
    }
}
