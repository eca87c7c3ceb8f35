package org.exitrace.scenarios.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document as the library for schemas knows it: without places. */
final class JsonTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {
    }

    static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = NODES.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
            return object;
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = NODES.arrayNode();
            sequence.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return of((Node.Scalar) node);
    }

    private static JsonNode of(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> NODES.stringNode(scalar.text());
            case BOOLEAN -> NODES.booleanNode(scalar.text().equalsIgnoreCase("true"));
            case NOTHING -> NODES.nullNode();
            case INTEGER, DECIMAL -> number(scalar.text());
        };
    }

    /** A spelling of YAML that is no plain number, such as 0x10, is treated as text. */
    private static JsonNode number(String text) {
        try {
            return NODES.numberNode(new BigInteger(text));
        } catch (NumberFormatException notWhole) {
            return decimal(text);
        }
    }

    private static JsonNode decimal(String text) {
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException notDecimal) {
            return NODES.stringNode(text);
        }
    }
}
