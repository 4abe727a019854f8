package org.depositary.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

/** A response of the gateway: status, headers, and the body as text and, if possible, as JSON. */
record GatewayAnswer(int status, HttpHeaders headers, String text) {

    static final ObjectMapper JSON = new ObjectMapper();

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonNode body() {
        if (!header("Content-Type").contains("json")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON, though " + header("Content-Type") + ": " + text, e);
        }
    }

    /** The body as JSON; a body that is no JSON as a text node. */
    JsonNode content() {
        var json = body();
        return json.isMissingNode() ? TextNode.valueOf(text) : json;
    }

    List<JsonNode> items() {
        return StreamSupport.stream(body().path("items").spliterator(), false).toList();
    }

    /** The cursor of a page, from which a stream can continue. */
    String cursor() {
        return header("Depositary-Cursor");
    }

    GatewayAnswer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but was " + status + " " + headers.map() + " " + text);
        }
        return this;
    }
}
