package org.exitrace.scenarios.document;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema, and what a document breaks of it in words.
 *
 * <p>The words come from the schema itself: {@code title} of a subschema completes the sentence
 * "must be ...", which editors show as well.
 */
public final class DocumentSchema {

    private static final String DEFINITIONS = "$defs";

    private final JsonNode text;
    private final Schema schema;

    private DocumentSchema(JsonNode text) {
        this.text = text;
        this.schema = SchemaRegistry
                .withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }

    /** The schema that lies beside {@code owner}. */
    public static DocumentSchema beside(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return new DocumentSchema(JsonMapper.shared().readTree(stream));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * The schema that lies beside {@code owner} and refers to definitions of another one there,
     * {@code others}, by that one's file name.
     */
    public static DocumentSchema beside(Class<?> owner, String name, String others) {
        String own = beside(owner, name).text.toString()
                .replace("\"" + others + "#/$defs/", "\"#/$defs/");
        ObjectNode text = (ObjectNode) JsonMapper.shared().readTree(own);
        beside(owner, others).text.path(DEFINITIONS).properties().forEach(definition ->
                text.withObject(DEFINITIONS).set(definition.getKey(), definition.getValue()));
        return new DocumentSchema(text);
    }

    /** Everything in which {@code document} breaks the schema. */
    public List<Problem> problems(Node document) {
        Problems problems = new Problems();
        for (Error error : schema.validate(JsonTree.of(document))) {
            explain(error, document, problems);
        }
        return problems.inOrder();
    }

    private void explain(Error error, Node document, Problems problems) {
        List<String> path = path(error);
        Node node = at(document, path);
        switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String key = error.getProperty();
                problems.add(((Node.Mapping) node).placeOf(key), "unknown key '" + key + "'; "
                        + DidYouMean.remedy(key, knownKeys(error)));
            }
            case "required" -> problems.add(node.place(), "key '" + error.getProperty()
                    + "' is missing; it is " + wanted(error, error.getProperty()));
            default -> problems.add(placeOf(document, path, node), subject(path)
                    + " must be " + subschema(error).path("title").asString("something else")
                    + ", not " + node.described());
        }
    }

    private String wanted(Error error, String key) {
        return subschema(error).path("properties").path(key).path("title")
                .asString("described in the documentation of the format");
    }

    private List<String> knownKeys(Error error) {
        return List.copyOf(subschema(error).path("properties").propertyNames());
    }

    private JsonNode subschema(Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        return text.at(JsonPointer.compile(fragment.replaceFirst("^#", "")).head());
    }

    private static String subject(List<String> path) {
        return path.isEmpty() ? "the file" : "'" + String.join(".", path) + "'";
    }

    private static List<String> path(Error error) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            path.add(String.valueOf(error.getInstanceLocation().getElement(i)));
        }
        return path;
    }

    private static Node at(Node document, List<String> path) {
        Node node = document;
        for (String part : path) {
            node = node instanceof Node.Sequence list
                    ? list.items().get(Integer.parseInt(part)) : ((Node.Mapping) node).get(part);
        }
        return node;
    }

    /** The key where there is one: a value such as a list may begin lines below it. */
    private static Place placeOf(Node document, List<String> path, Node node) {
        if (path.isEmpty()) {
            return node.place();
        }
        Node parent = at(document, path.subList(0, path.size() - 1));
        return parent instanceof Node.Mapping mapping
                ? mapping.placeOf(path.get(path.size() - 1)) : node.place();
    }
}
