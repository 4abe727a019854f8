package org.depositary.membership.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.membership.domain.institutions.InstitutionDecider;
import org.depositary.membership.domain.institutions.InstitutionalFact;
import org.depositary.membership.events.InstitutionKind;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Parses request bodies to institutional facts. A field name has the same meaning in every kind of fact, so one
 * parser serves all.
 */
final class InstitutionRequestParser {

    /** The names of fields that contain a party, also inside nested objects. */
    private static final Set<String> PARTIES = Set.of("party", "with");

    /** The names of fields that give the date since which the fact holds. Parties are resolved as of this date. */
    private static final List<String> DATES = List.of("effective", "from", "date", "period");

    private InstitutionRequestParser() {}

    static <S extends InstitutionalFact> FactRequest<InstitutionalFact> parse(
            InstitutionKind<S> kind, FactRequestBody body) {
        canonicalizeParties(body, Optional.empty());
        var statement = body.statement(kind.kind().statement());
        // The decider validates again, but it does not know the index in the array, which the pointer of an error
        // needs.
        InstitutionDecider.validate(statement);
        return new FactRequest<>(id -> kind.aggregate().stream(statement.streamName(id)), kind.kind(), statement);
    }

    /**
     * Moves the id of an organ from the field {@code id} to {@code organ}. The fact itself gets another id, because
     * several facts can be about one organ.
     */
    static FactRequestBody organ(FactRequestBody body) {
        if (!MembershipRequestParser.isSlug(body.fields().path("id"))) {
            throw Problem.invalid("id", "is required: the id of an organ, a slug such as secretariat");
        }
        return body.with("organ", body.takeText("id"));
    }

    /**
     * Requires the field {@code value}. A value that the source calls unknown is given as null, so that it is not
     * forgotten by mistake.
     */
    static FactRequestBody figure(FactRequestBody body) {
        if (!body.fields().has("value")) {
            throw Problem.invalid("value", "is required. Use null if the source calls the value unknown");
        }
        return body;
    }

    /** Adds the party from the URL to a figure about that party. The body must not name an organisation. */
    static FactRequestBody figure(FactRequestBody body, String party) {
        if (body.fields().hasNonNull("organization")) {
            throw Problem.invalid("organization", "A figure needs either an organisation or a party, not both");
        }
        return figure(body).with("party", party);
    }

    /**
     * Replaces every party in the body by its canonical code as of the date in the body.
     *
     * @param otherwise the date to use if the body has none
     */
    static void canonicalizeParties(FactRequestBody body, Optional<PartialDate> otherwise) {
        var since = DATES.stream()
                .flatMap(field -> MembershipRequestParser.date(body, field).stream())
                .findFirst()
                .or(() -> otherwise);
        parties(body.fields(), since, "");
    }

    private static void parties(JsonNode node, Optional<PartialDate> since, String path) {
        if (node instanceof ObjectNode object) {
            for (var field : fields(object)) {
                field(object, field, since, path);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                parties(array.get(i), since, path + i + "/");
            }
        }
    }

    private static void field(ObjectNode object, String field, Optional<PartialDate> since, String path) {
        var value = object.get(field);
        if (PARTIES.contains(field)) {
            MembershipRequestParser.party(object, field, since, path);
        } else if (field.equals("country")) {
            MembershipRequestParser.country(object, since, path);
        } else if (field.equals("shares") && value instanceof ObjectNode shares) {
            object.set(field, byParty(shares, since, path + field + "/"));
        } else {
            parties(value, since, path + field + "/");
        }
    }

    private static ObjectNode byParty(ObjectNode shares, Optional<PartialDate> since, String path) {
        var canonical = JsonNodeFactory.instance.objectNode();
        for (var party : fields(shares)) {
            var at = path + party.replace("~", "~0").replace("/", "~1");
            var code = MembershipRequestParser.canonical(party, since, at);
            if (canonical.has(code)) {
                throw Problem.invalid(at, "%s occurs more than once".formatted(code));
            }
            canonical.set(code, shares.get(party));
        }
        return canonical;
    }

    /** Returns a copy of the field names, because the caller changes the object while it iterates. */
    private static List<String> fields(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
