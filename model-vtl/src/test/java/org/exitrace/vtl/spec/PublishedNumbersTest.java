package org.exitrace.vtl.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exitrace.vtl.PublishedPage;
import org.junit.jupiter.api.Test;

/** Code and docs/vtl.md give the same numbers, and neither has one that the other lacks. */
class PublishedNumbersTest {

    @Test
    void statusesAreThoseOfThePage() {
        Map<String, Integer> page = new LinkedHashMap<>();
        for (List<String> row : PublishedPage.table("status", "number")) {
            for (int i = 0; i + 1 < row.size(); i += 2) {
                if (!row.get(i).isEmpty()) {
                    page.put(row.get(i), Integer.decode(row.get(i + 1)));
                }
            }
        }
        Map<String, Integer> code = new LinkedHashMap<>();
        Arrays.stream(HvStatus.values()).forEach(s -> code.put(s.name(), s.code()));

        assertThat(code).containsExactlyInAnyOrderEntriesOf(page);
        assertThat(HvStatus.of(0x51)).contains(HvStatus.INVALID_VTL_STATE);
        assertThat(HvStatus.of(0x01)).isEmpty();
    }

    @Test
    void registersOfVsmAreThoseOfThePage() {
        Map<String, HvRegister> code = new LinkedHashMap<>();
        Arrays.stream(HvRegister.values())
                .forEach(register -> code.put(word(register.name()), register));
        for (List<String> row : PublishedPage.table("register", "name")) {
            String first = word(row.get(0).split(",")[0]);
            if (code.containsKey(first)) {
                assertThat(code.get(first).id()).as(first)
                        .isEqualTo(Integer.decode(row.get(1).split("[ ,]")[0]).intValue());
                assertThat(code.get(first).isWritable()).as(first)
                        .isEqualTo(row.get(3).contains("written") || row.get(3).contains("write"));
                code.remove(first);
            }
        }
        assertThat(code.keySet()).as("behind others in a row").containsExactly("interruptstate",
                "rsp", "rbp", "rflags", "cr2", "cr3", "cr4", "cr8", "gdtr", "apicbase", "tscaux",
                "sversion", "sifp", "sipp", "eom", "sirbp", "crinterceptcr0mask",
                "crinterceptcr4mask", "crinterceptia32miscenablemask");
    }

    /** Names of constants and of the page, alike: without separators and ranges. */
    private static String word(String name) {
        return name.split(" ")[0].replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void messagesAndMsrsAreThoseOfThePage() {
        List<Long> types = PublishedPage.table("message", "type").stream()
                .map(row -> Long.decode(row.get(1))).toList();
        List<Long> msrs = PublishedPage.table("MSR", "number").stream()
                .map(row -> Long.decode(row.get(1).split(" ")[0])).toList();

        assertThat(Arrays.stream(MessageType.values()).map(MessageType::code))
                .containsExactlyElementsOf(types);
        assertThat(Arrays.stream(HvMsr.values()).map(HvMsr::number))
                .containsExactlyElementsOf(msrs);
    }

    @Test
    void fieldsOfTheAssistPageAreThoseOfThePage() {
        List<String> page = PublishedPage.table("offset", "bytes").stream()
                .filter(row -> !row.get(2).startsWith("reserved"))
                .map(row -> row.get(0) + ":" + row.get(1)).toList();

        assertThat(Arrays.stream(AssistPage.values())
                .filter(field -> !field.name().endsWith("_32"))
                .map(field -> field.offset() + ":" + field.bytes()))
                .containsExactlyElementsOf(page);
    }

    @Test
    void hypercallsAreThoseOfThePageFieldByField() {
        List<String> page = new ArrayList<>();
        for (List<String> row : PublishedPage.table("call", "code", "kind", "input")) {
            page.add(String.join(" | ", row));
        }
        List<String> code = Arrays.stream(Hypercall.values())
                .map(PublishedNumbersTest::row).toList();

        assertThat(code).containsExactlyElementsOf(page);
    }

    private static String row(Hypercall call) {
        String kind = call.kind().name().toLowerCase(Locale.ROOT)
                + (call.isVariable() ? ", variable" : "");
        String each = fields(call, CallField.Part.OUTPUT_ELEMENT);
        return call.name() + " | 0x" + String.format("%04X", call.code()) + " | " + kind
                + " | " + fields(call, CallField.Part.INPUT)
                + " | " + fields(call, CallField.Part.ELEMENT)
                + " | " + (each.equals("-") ? fields(call, CallField.Part.OUTPUT)
                        : "each: " + each);
    }

    private static String fields(Hypercall call, CallField.Part part) {
        List<String> written = call.layout().fields().stream()
                .filter(field -> field.part() == part)
                .map(field -> field.name() + " " + field.offset() + ":" + field.bytes()).toList();
        return written.isEmpty() ? "-" : String.join(", ", written);
    }
}
