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
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Period;

/** Input in the forms that callers may use, turned into the canonical one. */
final class ExerciseInput {

    private ExerciseInput() {}

    /** The name must be there: whoever records an exercise by hand can tell what it is called. */
    static void name(FactRequestBody body) {
        if (!body.fields().hasNonNull("name")) {
            throw Problem.invalid("name", "is required");
        }
    }

    /** The start date in the body, if it is there and can be read; the statement itself tells when it cannot. */
    static Optional<PartialDate> start(FactRequestBody body) {
        try {
            return Optional.ofNullable(body.fields().get("dates"))
                    .map(dates -> Period.parse(dates.asText()).start());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Every party in the body in its canonical form, as of the start date. */
    static void canonical(FactRequestBody body, Optional<PartialDate> start) {
        var fields = body.fields();
        each(fields, "organizations", (list, i, path) -> list.set(i, canonical(list.get(i), start, path)));
        each(fields, "participants", (list, i, path) -> {
            party(list.get(i), "party", start, path);
            party(list.get(i), "members-of", start, path);
        });
        each(fields, "phases", (list, i, path) -> party(list.get(i).path("place"), "country", start, path + "/place"));
        party(fields.path("legalBasis"), "invokedBy", start, "legalBasis");
    }

    @FunctionalInterface
    private interface Element {
        void look(ArrayNode list, int i, String path);
    }

    private static void each(ObjectNode fields, String field, Element element) {
        if (fields.get(field) instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                element.look(list, i, field + "/" + i);
            }
        }
    }

    private static void party(JsonNode node, String field, Optional<PartialDate> effective, String path) {
        if (node instanceof ObjectNode object && object.has(field)) {
            object.set(field, canonical(object.get(field), effective, path + "/" + field));
        }
    }

    private static JsonNode canonical(JsonNode party, Optional<PartialDate> effective, String path) {
        if (!party.isTextual()) {
            return party; // the statement tells
        }
        try {
            return TextNode.valueOf(Parties.resolve(party.asText(), effective).code());
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.UNKNOWN_PARTY, List.of(Flaw.at(path, unknown.getMessage())));
        }
    }
}
