package org.depositary.exercises.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.command.FactBody;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Period;

/** Input in the forms that callers may use, turned into the canonical one. */
final class Input {

    private Input() {}

    /** The name must be there: whoever records an exercise by hand can tell what it is called. */
    static void name(FactBody body) {
        if (!body.fields().hasNonNull("name")) {
            throw Problem.invalid("name", "is required");
        }
    }

    /** The start date in the body, if it is there and can be read; the statement itself tells when it cannot. */
    static Optional<PartialDate> start(FactBody body) {
        try {
            return Optional.ofNullable(body.fields().get("dates"))
                    .map(dates -> Period.parse(dates.asText()).start());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Every party in the body in its canonical form, as of the start date. */
    static void canonical(FactBody body, Optional<PartialDate> start) {
        var fields = body.fields();
        each(fields, "participants", (participant, path) -> party(participant, "party", start, path));
        each(fields, "phases", (phase, path) -> party(phase.path("place"), "country", start, path + "/place"));
        party(fields.path("legalBasis"), "invokedBy", start, "legalBasis");
    }

    @FunctionalInterface
    private interface At {
        void look(JsonNode element, String path);
    }

    private static void each(ObjectNode fields, String field, At at) {
        if (fields.get(field) instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                at.look(array.get(i), field + "/" + i);
            }
        }
    }

    private static void party(JsonNode node, String field, Optional<PartialDate> effective, String path) {
        // What is no text is left as it is: the statement tells.
        if (node instanceof ObjectNode object && object.path(field).isTextual()) {
            object.put(field, canonical(object.get(field).asText(), effective, path + "/" + field));
        }
    }

    private static String canonical(String party, Optional<PartialDate> effective, String path) {
        try {
            return Parties.resolve(party, effective).code();
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.UNKNOWN_PARTY, List.of(Flaw.at(path, unknown.getMessage())));
        }
    }
}
