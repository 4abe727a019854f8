package org.depositary.gateway.linked;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A node object of JSON-LD. Terms and types are compact IRIs, such as {@code schema:name}, with the prefixes of {@link
 * LinkedDocument}. An absent value adds nothing.
 */
public final class LinkedNode {

    /** An exact day. Other EDTF expressions are imprecise, doubted or intervals. */
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private LinkedNode() {}

    /** A node with these types. Without an id, it is a blank node. */
    public static LinkedNode of(String... types) {
        var node = new LinkedNode();
        List.of(types).forEach(node.json.putArray("@type")::add);
        return node;
    }

    /** A link to a thing. */
    public static LinkedNode link(String id) {
        return new LinkedNode().id(id);
    }

    public LinkedNode id(String id) {
        json.put("@id", id);
        return this;
    }

    public LinkedNode text(String term, String text) {
        return add(term, json.textNode(text));
    }

    public LinkedNode text(String term, Optional<String> text) {
        text.ifPresent(present -> text(term, present));
        return this;
    }

    /** Adds a text in English. */
    public LinkedNode english(String term, String text) {
        return add(term, literal(text, "@language", "en"));
    }

    /** Adds a text, number or boolean as it is. */
    public LinkedNode value(String term, JsonNode value) {
        return value.isValueNode() && !value.isNull() ? add(term, value) : this;
    }

    /** Adds a text in several languages, from an object with a text for each BCP 47 code. */
    public LinkedNode languages(String term, JsonNode texts) {
        texts.properties().forEach(text -> add(term, literal(text.getValue().asText(), "@language", text.getKey())));
        return this;
    }

    /** Adds a date of our JSON: an exact day as {@code xsd:date}, any other date as EDTF. */
    public LinkedNode date(String term, JsonNode date) {
        return edtf(term, date.path("edtf"));
    }

    public LinkedNode edtf(String term, JsonNode expression) {
        if (!expression.isTextual()) {
            return this;
        }
        var text = expression.asText();
        return typed(term, text, DAY.matcher(text).matches() ? "xsd:date" : "edtf:EDTF");
    }

    public LinkedNode instant(String term, JsonNode instant) {
        return instant.isTextual() ? typed(term, instant.asText(), "xsd:dateTime") : this;
    }

    /** @param datatype the datatype of the literal, such as {@code xsd:date} */
    public LinkedNode typed(String term, String text, String datatype) {
        return add(term, literal(text, "@type", datatype));
    }

    /** Adds any JSON as one literal ({@code rdf:JSON}). */
    public LinkedNode json(String term, JsonNode value) {
        return add(term, json.objectNode().put("@type", "@json").set("@value", value));
    }

    public LinkedNode node(String term, LinkedNode node) {
        return add(term, node.json);
    }

    public LinkedNode node(String term, Optional<LinkedNode> node) {
        node.ifPresent(present -> node(term, present));
        return this;
    }

    public LinkedNode nodes(String term, Stream<LinkedNode> nodes) {
        nodes.forEach(node -> node(term, node));
        return this;
    }

    ObjectNode json() {
        return json;
    }

    private ObjectNode literal(String text, String field, String kind) {
        return json.objectNode().put(field, kind).put("@value", text);
    }

    private LinkedNode add(String term, JsonNode value) {
        json.withArray(term).add(value);
        return this;
    }
}
