package org.exitrace.vtl.spec;

import java.util.ArrayList;
import java.util.List;
import org.exitrace.vtl.spec.CallField.Part;

/** What a hypercall reads and writes, field by field, in order; padding has no field. */
public final class CallLayout {

    private final List<CallField> fields = new ArrayList<>();

    private CallLayout() {
    }

    /** With nothing in it. */
    static CallLayout empty() {
        return new CallLayout();
    }

    /** With {@code Partition} first, as most have it. */
    static CallLayout ofPartition() {
        return empty().in("PartitionId", 0, 8);
    }

    /** With {@code Partition}, {@code VpIndex} and {@code TargetVtl} first. */
    static CallLayout ofVtl() {
        return ofPartition().in("VpIndex", 8, 4).in("TargetVtl", 12, 1);
    }

    /** With the header of flushes. */
    static CallLayout ofFlush() {
        return empty().in("AddressSpace", 0, 8).in("Flags", 8, 8);
    }

    CallLayout in(String name, int offset, int bytes) {
        return add(Part.INPUT, name, offset, bytes);
    }

    CallLayout each(String name, int offset, int bytes) {
        return add(Part.ELEMENT, name, offset, bytes);
    }

    CallLayout out(String name, int offset, int bytes) {
        return add(Part.OUTPUT, name, offset, bytes);
    }

    CallLayout outEach(String name, int offset, int bytes) {
        return add(Part.OUTPUT_ELEMENT, name, offset, bytes);
    }

    private CallLayout add(Part part, String name, int offset, int bytes) {
        if (offset < bytes(part)) {
            throw new IllegalArgumentException("'" + name + "' begins at " + offset
                    + ", before the end of the field in front of it");
        }
        fields.add(new CallField(part, name, offset, bytes));
        return this;
    }

    /** All fields, in order. */
    public List<CallField> fields() {
        return List.copyOf(fields);
    }

    /** The last byte that a field of {@code part} has, plus one; 0 if there is none. */
    public int bytes(Part part) {
        return fields.stream().filter(field -> field.part() == part)
                .mapToInt(CallField::end).max().orElse(0);
    }
}
