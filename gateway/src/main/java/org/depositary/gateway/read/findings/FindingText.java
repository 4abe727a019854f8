package org.depositary.gateway.read.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.LanguagePreference;

/**
 * Writes the text of a finding.
 *
 * @param said values in the clue
 * @param told text from the related facts, for example the other holder of an office
 */
record FindingText(JsonNode said, Optional<String> told, LanguagePreference languages) {

    String of(FindingKind kind) {
        return switch (kind) {
            case CONTRADICTION -> contradiction();
            case SUM, OUTSIDE_TIME -> text("warning");
            case QUOTIENT ->
                "%s is %s %s, but %s divided by population is %s"
                        .formatted(text("measure"), text("value"), text("unit"), text("whole"), told.orElse(""));
            case PLACE ->
                "%s is placed in %s, but it is known in %s".formatted(text("place"), state(text("country")), known());
            case OVERLAP ->
                "%s was %s at the same time as %s".formatted(text("holder"), text("office"), told.orElse(""));
            case UNREGISTERED -> unregistered();
            case NO_PASSAGE -> "no source is a passage of a document";
        };
    }

    private String contradiction() {
        var fields = JsonFieldReader.fields(said.path("fields")).entrySet().stream()
                .map(field -> "sources do not agree on %s: %s".formatted(field.getKey(), either(field.getValue())));
        var denial =
                said.path("denied").asBoolean() ? Stream.of("one says that it never happened") : Stream.<String>empty();
        return Stream.concat(fields, denial).collect(Collectors.joining("; "));
    }

    private static String either(JsonNode values) {
        return JsonFieldReader.elements(values).map(JsonNode::asText).collect(Collectors.joining(" or "));
    }

    private String known() {
        var codes = told.map(text -> Arrays.stream(text.split(" ")))
                .orElseGet(() -> JsonFieldReader.elements(said.path("known")).map(JsonNode::asText));
        return codes.map(this::state).collect(Collectors.joining(" or "));
    }

    private String unregistered() {
        var organization = text("organization");
        return organization.isEmpty()
                ? "no %s '%s' is registered".formatted(text("kind"), text("id"))
                : "%s has no %s '%s'".formatted(organization, text("kind"), text("id"));
    }

    private String state(String code) {
        return languages.state(code);
    }

    private String text(String field) {
        return said.path(field).asText();
    }
}
