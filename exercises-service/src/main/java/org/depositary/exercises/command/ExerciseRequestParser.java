package org.depositary.exercises.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.PartyLookup;

/** Converts the fields of a request body to their canonical form. */
final class ExerciseRequestParser {

    private ExerciseRequestParser() {}

    /** Requires a name, because a person who records an exercise knows its name. */
    static void requireName(FactRequestBody body) {
        if (!body.fields().hasNonNull("name")) {
            throw Problem.invalid("name", "is required");
        }
    }

    /**
     * Returns the start date in the body. Empty if it is missing or not valid; the parser of the statement reports
     * that later.
     */
    static Optional<PartialDate> startDate(FactRequestBody body) {
        try {
            return Optional.ofNullable(body.fields().get("dates"))
                    .map(dates -> Period.parse(dates.asText()).start());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Replaces every party in the body by its canonical code as of the start date. */
    static void canonicalizeParties(FactRequestBody body, Optional<PartialDate> start) {
        var fields = body.fields();
        each(fields, "organizations", (list, i, path) -> list.set(i, canonical(list.get(i), start, path)));
        each(fields, "participants", (list, i, path) -> {
            party(list.get(i), "party", start, path);
            party(list.get(i), "members-of", start, path);
        });
        each(fields, "phases", (list, i, path) -> place(list.get(i).path("place"), start, path + "/place"));
        party(fields.path("legalBasis"), "invokedBy", start, "legalBasis");
    }

    @FunctionalInterface
    private interface Element {
        void visit(ArrayNode list, int i, String path);
    }

    private static void each(ObjectNode fields, String field, Element element) {
        if (fields.get(field) instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                element.visit(list, i, field + "/" + i);
            }
        }
    }

    /** Replaces the parties of a step or participation, which are fields of the body itself. */
    static void canonicalizeParty(FactRequestBody body, Optional<PartialDate> effective) {
        party(body.fields(), "party", effective, "");
        party(body.fields(), "members-of", effective, "");
    }

    /** Replaces the states of the place of a phase. */
    static void canonicalizePlace(FactRequestBody body, Optional<PartialDate> start) {
        place(body.fields().path("place"), start, "place");
    }

    private static void place(JsonNode place, Optional<PartialDate> start, String path) {
        party(place, "country", start, path);
        if (place instanceof ObjectNode fields) {
            each(fields, "countries", (list, i, at) -> list.set(i, canonical(list.get(i), start, path + "/" + at)));
        }
    }

    /** Returns the date in the field. Empty if it is missing or not valid. */
    static Optional<PartialDate> date(FactRequestBody body, String field) {
        try {
            return Optional.ofNullable(body.fields().get(field)).map(date -> PartialDate.parse(date.asText()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
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

    private static void party(JsonNode node, String field, Optional<PartialDate> effective, String path) {
        if (node instanceof ObjectNode object && object.has(field)) {
            var at = path.isEmpty() ? field : path + "/" + field;
            object.set(field, canonical(object.get(field), effective, at));
        }
    }

    private static JsonNode canonical(JsonNode party, Optional<PartialDate> effective, String path) {
        if (!party.isTextual()) {
            return party; // An invalid date is reported later, by the parser of the statement.
        }
        try {
            return TextNode.valueOf(
                    PartyLookup.resolve(party.asText(), effective).code());
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.UNKNOWN_PARTY, List.of(Flaw.at(path, unknown.getMessage())));
        }
    }
}
