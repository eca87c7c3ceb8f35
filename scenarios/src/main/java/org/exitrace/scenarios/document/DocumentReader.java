package org.exitrace.scenarios.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one document into a tree, within limits. */
public final class DocumentReader {

    private final FileText file;
    private final Syntax syntax;
    private final Limits limits;
    private final Problems problems;
    private JsonParser parser;
    private int pieces;

    private DocumentReader(FileText file, Syntax syntax, Limits limits, Problems problems) {
        this.file = file;
        this.syntax = syntax;
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * The tree that {@code file} holds.
     *
     * @param problems gets each key that is repeated; the first of the two stands in the tree, so
     *     that the rest can be looked at too
     * @throws UnusableInputException where it is no such document, goes beyond a limit, or uses an
     *     anchor, an alias or a tag
     */
    public static Node read(FileText file, Syntax syntax, Limits limits, Problems problems) {
        return new DocumentReader(file, syntax, limits, problems).document();
    }

    private Node document() {
        try (JsonParser opened = syntax.factory(limits)
                .createParser(ObjectReadContext.empty(), file.text())) {
            parser = opened;
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new UnusableInputException(Place.of(file.file()),
                        "this file is empty; write what belongs into it, or name another");
            }
            Node tree = node(first, 1);
            if (parser.nextToken() != null) {
                throw new UnusableInputException(here(),
                        "a second document begins here; a file holds one");
            }
            return tree;
        } catch (JacksonException failure) {
            throw new UnusableInputException(
                    syntax.place(file.file(), failure), syntax.explain(failure));
        }
    }

    private Node node(JsonToken token, int depth) {
        Place place = here();
        refuseBeyondLimits(place, depth);
        refuseReferences(place);
        return switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_NUMBER_INT -> scalar(place, Node.Kind.INTEGER);
            case VALUE_NUMBER_FLOAT -> scalar(place, Node.Kind.DECIMAL);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Node.Kind.BOOLEAN);
            case VALUE_NULL -> scalar(place, Node.Kind.NOTHING);
            default -> scalar(place, Node.Kind.TEXT);
        };
    }

    private Node scalar(Place place, Node.Kind kind) {
        String text = parser.getString();
        refuseControlCharacters(place, text);
        return new Node.Scalar(place, kind, text);
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(node(token, depth + 1));
            token = parser.nextToken();
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place keyPlace = here();
            refuseReferences(keyPlace);
            String key = parser.currentName();
            refuseControlCharacters(keyPlace, key);
            Node value = node(parser.nextToken(), depth + 1);
            Node.Entry earlier = entries.putIfAbsent(key, new Node.Entry(keyPlace, value));
            if (earlier != null) {
                problems.add(keyPlace, "key '" + key + "' stands twice, first in line "
                        + earlier.keyPlace().line() + "; keep one of the two");
            }
        }
        return new Node.Mapping(place, entries);
    }

    private void refuseBeyondLimits(Place place, int depth) {
        if (depth > limits.depth()) {
            throw new UnusableInputException(place, "lists and keys are nested more than "
                    + limits.depth() + " deep here; write the file flatter");
        }
        if (++pieces > limits.pieces()) {
            throw new UnusableInputException(place, "the file has more than " + limits.pieces()
                    + " values; is it the right file?");
        }
    }

    /** What a file says is shown on terminals, which take such characters for orders. */
    private static void refuseControlCharacters(Place place, String text) {
        text.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t').findFirst()
                .ifPresent(control -> {
                    throw new UnusableInputException(place, String.format(
                            "this text holds the control character U+%04X; leave it out", control));
                });
    }

    private void refuseReferences(Place place) {
        if (!(parser instanceof YAMLParser yaml)) {
            return;
        }
        if (yaml.isCurrentAlias()) {
            throw new UnusableInputException(place, "aliases (*" + parser.getString()
                    + ") are not read, since a small file could blow up; write the value again");
        }
        if (yaml.getObjectId() != null) {
            throw new UnusableInputException(place, "anchors (&" + yaml.getObjectId()
                    + ") are not read; remove it and write the value where it is needed");
        }
        if (yaml.getRawTag() != null) {
            throw new UnusableInputException(
                    place, "tags (" + yaml.getRawTag() + ") are not read; remove it");
        }
    }

    private Place here() {
        return place(file.file(), parser.currentTokenLocation());
    }

    static Place place(String file, TokenStreamLocation location) {
        return location == null || location.getLineNr() <= 0 ? Place.of(file)
                : new Place(file, location.getLineNr(), location.getColumnNr());
    }
}
