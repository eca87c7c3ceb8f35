package org.exitrace.vtl.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a 64-bit register, from bit 0 on. What no field has is reserved. */
public final class RegisterLayout {

    private final List<BitField> fields;
    private final long known;
    private final long published;

    /** With these fields; two that share a bit are refused. */
    public RegisterLayout(BitField... fields) {
        this.fields = List.of(fields);
        long all = 0;
        long told = 0;
        for (BitField field : fields) {
            if ((all & field.mask()) != 0) {
                throw new IllegalArgumentException("'" + field.name()
                        + "' shares a bit with a field before it");
            }
            all |= field.mask();
            told |= field.isPublished() ? field.mask() : 0;
        }
        known = all;
        published = told;
    }

    /** All fields, from bit 0 on. */
    public List<BitField> fields() {
        return fields;
    }

    /** The bits that no field has. */
    public long reserved() {
        return ~known;
    }

    /** The bits that no field of the functional specification has. */
    public long reservedAsPublished() {
        return ~published;
    }

    /** The field of that name; empty if there is none. */
    public Optional<BitField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What each field holds in {@code word}, by name, from bit 0 on. */
    public Map<String, Long> decode(long word) {
        Map<String, Long> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.name(), field.in(word)));
        return values;
    }

    /** The word whose fields hold {@code values}; fields that are not named hold 0. */
    public long encode(Map<String, Long> values) {
        long word = 0;
        for (Map.Entry<String, Long> value : values.entrySet()) {
            BitField field = field(value.getKey()).orElseThrow(() ->
                    new IllegalArgumentException("there is no field '" + value.getKey()
                            + "'; there is " + fields.stream().map(BitField::name).toList()));
            word = field.put(word, value.getValue());
        }
        return word;
    }
}
