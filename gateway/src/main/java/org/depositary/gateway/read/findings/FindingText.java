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
 * @param clueValues values in the clue
 * @param relatedText text from the related facts, for example the other holder of an office
 */
record FindingText(JsonNode clueValues, Optional<String> relatedText, LanguagePreference languages) {

    String of(FindingKind kind) {
        return switch (kind) {
            case CONTRADICTION -> contradiction();
            case SUM -> text("warning");
            case OUTSIDE_TIME ->
                text("organization").isEmpty()
                        ? text("warning")
                        : "%s %s the effective date %s"
                                .formatted(text("organization"), relatedText.orElse(""), text("date"));
            case QUOTIENT ->
                "%s is %s %s, but %s divided by population is %s"
                        .formatted(text("measure"), text("value"), text("unit"), text("whole"), relatedText.orElse(""));
            case PLACE ->
                "%s is placed in %s, but it is known in %s".formatted(text("place"), state(text("country")), known());
            case END_BEFORE_START ->
                "the %s on %s is before the start on %s".formatted(text("step"), text("effective"), text("start"));
            case PHASE_OUTSIDE_DATES ->
                "the phase %s is outside of the dates %s".formatted(text("phase"), text("dates"));
            case PARTS_ABOVE_WHOLE ->
                "the %s have at least %s troops, but the %s has at most %s"
                        .formatted(
                                partsOf(),
                                text("parts"),
                                text("party").isEmpty() ? "whole exercise" : "participant",
                                text("whole"));
            case UNLISTED_HOST ->
                "it took place in %s, which is not in the list of participants".formatted(state(text("country")));
            case POSSIBLE_DUPLICATE ->
                "%s may be the same exercise as %s"
                        .formatted(
                                text("name").isEmpty() ? "an exercise without a name" : text("name"),
                                relatedText.filter(name -> !name.isEmpty()).orElse("an exercise without a name"));
            case OVERLAP ->
                "%s was %s at the same time as %s".formatted(text("holder"), text("office"), relatedText.orElse(""));
            case METADATA_CONFLICT ->
                "the document states different values of %s: %s".formatted(text("field"), valuesOfDocument());
            case UNREGISTERED -> unregistered();
            case ORPHANED_CITATION -> orphaned();
            case NO_PASSAGE -> "no source is a passage of a document";
        };
    }

    private String contradiction() {
        var fields = JsonFieldReader.fields(clueValues.path("fields")).entrySet().stream()
                .map(field -> "sources disagree on %s: %s".formatted(field.getKey(), either(field.getValue())));
        var denial = clueValues.path("denied").asBoolean()
                ? Stream.of("one source says that it did not happen")
                : Stream.<String>empty();
        return Stream.concat(fields, denial).collect(Collectors.joining("; "));
    }

    private String valuesOfDocument() {
        return JsonFieldReader.elements(clueValues.path("values"))
                .map(value -> "%s (%s)"
                        .formatted(
                                value.path("value").asText(), value.path("from").asText()))
                .collect(Collectors.joining(" or "));
    }

    private String partsOf() {
        return text("party").isEmpty() ? text("of") : "%s of %s".formatted(text("of"), text("party"));
    }

    private static String either(JsonNode values) {
        return JsonFieldReader.elements(values).map(JsonNode::asText).collect(Collectors.joining(" or "));
    }

    private String known() {
        var codes = relatedText.map(text -> Arrays.stream(text.split(" "))).orElseGet(() -> JsonFieldReader.elements(
                        clueValues.path("known"))
                .map(JsonNode::asText));
        return codes.map(this::state).collect(Collectors.joining(" or "));
    }

    private String unregistered() {
        var organization = text("organization");
        return organization.isEmpty()
                ? "no %s '%s' is registered".formatted(text("kind"), text("id"))
                : "%s has no %s '%s'".formatted(organization, text("kind"), text("id"));
    }

    private String orphaned() {
        var passage = "passage %s of document %s".formatted(text("anchor"), text("document"));
        if (text("quote").isEmpty()) {
            return "%s does not exist in the current text".formatted(passage);
        }
        var reason = relatedText.filter(occurrences -> !occurrences.equals("0")).isPresent()
                ? "is in several other places of the current text"
                : "is not in the current text";
        return "the quote \"%s\" from %s %s".formatted(text("quote"), passage, reason);
    }

    private String state(String code) {
        return languages.state(code);
    }

    private String text(String field) {
        return clueValues.path(field).asText();
    }
}
