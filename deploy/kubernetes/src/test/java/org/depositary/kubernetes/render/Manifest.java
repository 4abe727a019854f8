package org.depositary.kubernetes.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One Kubernetes object. */
public record Manifest(ObjectNode json) {

    public String apiVersion() {
        return json.path("apiVersion").asText();
    }

    public String kind() {
        return json.path("kind").asText();
    }

    public String name() {
        return json.at("/metadata/name").asText();
    }

    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The elements of an array; none if it does not exist. */
    public Stream<JsonNode> each(String pointer) {
        return elements(at(pointer));
    }

    public boolean isWorkload() {
        return List.of("Deployment", "Job").contains(kind());
    }

    /** The specification of a workload's pods. */
    public JsonNode podSpec() {
        return at("/spec/template/spec");
    }

    public Map<String, String> podLabels() {
        return strings(at("/spec/template/metadata/labels"));
    }

    public Stream<JsonNode> containers() {
        return elements(podSpec().path("containers"));
    }

    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static Map<String, String> strings(JsonNode object) {
        var strings = new HashMap<String, String>();
        object.properties()
                .forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
        return strings;
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
