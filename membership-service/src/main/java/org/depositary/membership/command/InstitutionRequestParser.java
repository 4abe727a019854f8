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

/** Parses request bodies to institutional facts. A field means the same in every kind. */
final class InstitutionRequestParser {

    /** Fields that name a party, at any depth. */
    private static final Set<String> PARTIES = Set.of("party", "with");

    /** Fields that give the date since which the fact holds. */
    private static final List<String> DATES = List.of("effective", "from", "date", "period");

    private InstitutionRequestParser() {}

    /** Parses a request body to a fact. */
    static <S extends InstitutionalFact> FactRequest<InstitutionalFact> parse(
            InstitutionKind<S> kind, FactRequestBody body) {
        canonicalizeParties(body, Optional.empty());
        var statement = body.statement(kind.kind().statement());
        // The decider also validates, but only here is the index in the array known for the error pointer.
        InstitutionDecider.validate(statement);
        return new FactRequest<>(id -> kind.aggregate().stream(statement.streamName(id)), kind.kind(), statement);
    }

    /**
     * The id of an organ is the field {@code id}. The fact has another id, since there can be several facts about one
     * organ.
     */
    static FactRequestBody organ(FactRequestBody body) {
        if (!MembershipRequestParser.isSlug(body.fields().path("id"))) {
            throw Problem.invalid("id", "is required: an organ's id, a slug such as secretariat");
        }
        return body.with("organ", body.takeText("id"));
    }

    /** An unknown value must be given as null, not left out. */
    static FactRequestBody figure(FactRequestBody body) {
        if (!body.fields().has("value")) {
            throw Problem.invalid("value", "is required; null, where the source says that it is unknown");
        }
        return body;
    }

    /** A figure about a state must not name an organisation. */
    static FactRequestBody figure(FactRequestBody body, String party) {
        if (body.fields().hasNonNull("organization")) {
            throw Problem.invalid("organization", "A figure is about an organisation or about a party, not both");
        }
        return figure(body).with("party", party);
    }

    /**
     * Replaces every party in the body by its canonical code as of the date in the body.
     *
     * @param otherwise the date if the body has none
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
                throw Problem.invalid(at, "%s is given twice".formatted(code));
            }
            canonical.set(code, shares.get(party));
        }
        return canonical;
    }

    /** A copy, because the loop changes the object. */
    private static List<String> fields(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
