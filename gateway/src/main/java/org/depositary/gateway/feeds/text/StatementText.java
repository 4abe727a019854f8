package org.depositary.gateway.feeds.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.gateway.read.JsonFieldReader;

/** Reads the fields of a statement as parts of a sentence. */
public record StatementText(JsonNode statement, NameLookup names) {

    String text(String field) {
        return optional(field).orElse("");
    }

    Optional<String> optional(String field) {
        return JsonFieldReader.text(statement, field).filter(text -> !text.isEmpty());
    }

    boolean has(String field) {
        return statement.hasNonNull(field);
    }

    String party() {
        return optional("party").map(names::party).orElseGet(this::organization);
    }

    String organization() {
        return optional("organization").map(names::organization).orElse("");
    }

    /** The statement's own name. */
    Optional<String> name() {
        return names.name(statement);
    }

    /** A date with a space before it; empty if the statement does not have the field. */
    String at(String field) {
        return optional(field).map(date -> " " + DateText.point(date)).orElse("");
    }

    /** A period with a space before it; empty if the statement does not have the field. */
    String during(String field) {
        return optional(field).map(period -> " " + DateText.period(period)).orElse("");
    }

    /** A period from two fields: " from January 2007 to January 2010". */
    String between(String from, String to) {
        return optional(from).map(date -> " from " + DateText.name(date)).orElse("")
                + optional(to).map(date -> " to " + DateText.name(date)).orElse("");
    }

    /** A text with a separator before it; empty if the statement does not have the field. */
    String with(String separator, String field) {
        return optional(field).map(text -> separator + text).orElse("");
    }

    String place() {
        var place = statement.path("place");
        return JsonFieldReader.text(place, "name")
                .or(() -> JsonFieldReader.text(place, "country").map(names::party))
                .map(name -> " in " + name)
                .orElse("");
    }

    String organizations() {
        return JsonFieldReader.elements(statement.path("organizations"))
                .map(id -> names.organization(id.asText()))
                .collect(Collectors.joining(", "));
    }

    /** A word of the vocabulary as people write it: "dialogue partner status". */
    public static String words(String term) {
        return term.replace('-', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ENGLISH);
    }
}
