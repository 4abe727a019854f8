package org.depositary.documents.command.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.PartyLookup;

/** Converts the fields of a request body to their canonical form. */
final class InstrumentRequestParser {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private InstrumentRequestParser() {}

    /**
     * Returns the id of an instrument from a URL.
     *
     * @throws Problem {@code invalid} if it is not a slug
     */
    static String instrument(String id) {
        if (!SLUG.matcher(id).matches()) {
            throw Problem.invalid(
                    "", "An instrument id must be a slug: lower-case letters, digits and hyphens, at most 63");
        }
        return id;
    }

    /**
     * Returns the date in the field. Empty if it is missing or not valid; the parser of the statement reports that
     * later.
     */
    static Optional<PartialDate> date(JsonNode fields, String field) {
        try {
            return Optional.ofNullable(fields.get(field))
                    .filter(JsonNode::isTextual)
                    .map(value -> PartialDate.parse(value.asText()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the day on which the parties of an instrument are meant: that of its signature or adoption. */
    static Optional<PartialDate> dateOfParties(JsonNode fields) {
        var dates = fields.path("dates");
        return date(dates, "signed").or(() -> date(dates, "adopted")).or(() -> date(dates, "inForce"));
    }

    /**
     * Replaces every party by its canonical code on that day, and a place that is a text by an object.
     *
     * @param date the day on which the parties are meant
     */
    static void canonicalizeInstrument(FactRequestBody body, Optional<PartialDate> date) {
        var fields = body.fields();
        canonicalizeList(fields, "parties", date);
        canonicalizeList(fields, "organizations", date);
        if (fields.path("place").isTextual()) {
            fields.set(
                    "place",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("name", fields.get("place").asText()));
        }
        if (fields.get("place") instanceof ObjectNode place && place.hasNonNull("country")) {
            place.set("country", canonical(place.get("country"), date, "place/country"));
        }
    }

    private static void canonicalizeList(ObjectNode fields, String field, Optional<PartialDate> date) {
        if (fields.get(field) instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).isTextual()) {
                    list.set(i, canonical(list.get(i), date, field + "/" + i));
                }
            }
        }
    }

    /** Replaces the party by its canonical code on the effective date. */
    static void canonicalizeParty(FactRequestBody body) {
        var fields = body.fields();
        if (fields.path("party").isTextual()) {
            fields.set("party", canonical(fields.get("party"), date(fields, "effective"), "party"));
        }
    }

    /**
     * Rejects a field that corrections and claims cannot change.
     *
     * @throws Problem {@code invalid} if the body contains it
     */
    static void rejectField(FactRequestBody body, String field) {
        if (body.fields().has(field)) {
            throw Problem.invalid(field, "cannot be corrected. Retract the fact and record a new one");
        }
    }

    private static JsonNode canonical(JsonNode party, Optional<PartialDate> date, String path) {
        try {
            return TextNode.valueOf(PartyLookup.resolve(party.asText(), date).code());
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.UNKNOWN_PARTY, List.of(Flaw.at(path, unknown.getMessage())));
        }
    }
}
