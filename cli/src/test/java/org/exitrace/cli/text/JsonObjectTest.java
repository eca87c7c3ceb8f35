package org.exitrace.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonObjectTest {

    @Test
    void writesKeysInOrderOneALine() {
        assertThat(new JsonObject().put("b", 1).put("a", List.of("x", true))
                .put("none", Optional.empty()).put("empty", Map.of()).document())
                .isEqualTo("""
                        {
                          "b": 1,
                          "a": [
                            "x",
                            true
                          ],
                          "none": null,
                          "empty": {}
                        }
                        """);
    }

    @Test
    void nestsObjectsAndNulls() {
        JsonNode read = JsonMapper.shared().readTree(new JsonObject()
                .put("o", new JsonObject().put("k", 2.5)).put("l", Arrays.asList(1L, null))
                .document());
        assertThat(read.path("o").path("k").asDouble()).isEqualTo(2.5);
        assertThat(read.path("l").get(1).isNull()).isTrue();
    }

    @Property
    void givesBackAnyText(@ForAll String text) {
        if (text.chars().allMatch(each -> !Character.isSurrogate((char) each))) {
            String document = new JsonObject().put("t", text).document();
            assertThat(JsonMapper.shared().readTree(document).path("t").asString())
                    .isEqualTo(text);
        }
    }
}
