package org.depositary.membership.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.AmbiguousPartyException;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** Converts the fields of a request body to their canonical form. */
public final class MembershipRequestParser {

    static final String AS_WRITTEN = "partyAsWritten";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private MembershipRequestParser() {}

    /**
     * Returns the id of an organisation from a URL.
     *
     * @throws Problem {@code invalid} if it is not a slug
     */
    public static String organization(String id) {
        if (!SLUG.matcher(id).matches()) {
            throw Problem.invalid(
                    "", "An organisation id must be a slug: lower-case letters, digits and hyphens, at most 63");
        }
        return id;
    }

    /**
     * Returns the id of a new organisation.
     *
     * @throws Problem {@code invalid} if the id could also mean a state
     */
    public static String newOrganization(String id) {
        try {
            if (PartyLookup.resolve(organization(id), Optional.empty()).code().equals(id)) {
                return id;
            }
        } catch (AmbiguousPartyException state) {
            // An ambiguous id is rejected below, like the name of a state.
        }
        throw Problem.invalid("", "%s is the code of a state. Use another id for the organisation".formatted(id));
    }

    /**
     * Requires the field, if it is present, to be the id of an organisation.
     *
     * @throws Problem {@code invalid} if it is not
     */
    static void requireSlug(FactRequestBody body, String field) {
        var value = body.fields().get(field);
        if (value != null && !value.isNull() && !isSlug(value)) {
            throw Problem.invalid(field, "must be an organisation id: a slug such as shanghai-five");
        }
    }

    static boolean isSlug(JsonNode value) {
        return value.isTextual() && SLUG.matcher(value.asText()).matches();
    }

    /**
     * Returns the date in the field. Empty if the date is missing or not valid; the parser of the statement reports
     * that later.
     */
    public static Optional<PartialDate> date(FactRequestBody body, String field) {
        try {
            return Optional.ofNullable(body.fields().get(field)).map(value -> PartialDate.parse(value.asText()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Replaces the country of the object in the field by its canonical code. */
    static void country(FactRequestBody body, String field, Optional<PartialDate> since) {
        if (body.fields().get(field) instanceof ObjectNode object) {
            country(object, since, field + "/");
        }
    }

    /**
     * Replaces the country of an object by its canonical code.
     *
     * @throws Problem {@code invalid} if it is not a state
     */
    static void country(ObjectNode object, Optional<PartialDate> since, String path) {
        party(object, "country", since, path);
        if (object.hasNonNull("country")) {
            var country = object.get("country").asText();
            if (!PartyLookup.isState(new Party(country))) {
                throw Problem.invalid(path + "country", "'%s' is not a state".formatted(country));
            }
        }
    }

    /**
     * Replaces the party of a membership change by its canonical code as of the effective date. Adds the code as written
     * if it is outside its own time but the party is not.
     */
    public static void partyOfMembership(FactRequestBody body) {
        rejectField(body, AS_WRITTEN, "comes from party");
        var written = body.fields().path("party").asText();
        var effective = date(body, "effective");
        party(body.fields(), "party", effective, "");
        effective
                .flatMap(date -> DatedParty.codeOutsideItsTime(
                        written, new Party(body.fields().path("party").asText()), date))
                .ifPresent(code -> body.with(AS_WRITTEN, code));
    }

    /** @param path the pointer to the object with a slash at its end, or empty for the body itself */
    static void party(ObjectNode fields, String field, Optional<PartialDate> effective, String path) {
        if (fields.hasNonNull(field)) {
            fields.put(field, canonical(fields.get(field).asText(), effective, path + field));
        }
    }

    /**
     * Returns the canonical code of the party.
     *
     * @param path the pointer to the party, for the error
     */
    static String canonical(String party, Optional<PartialDate> effective, String path) {
        try {
            return PartyLookup.resolve(party, effective).code();
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.UNKNOWN_PARTY, List.of(Flaw.at(path, unknown.getMessage())));
        }
    }

    /** Returns the party with the code in the URL. Numeric codes are resolved as of today. */
    static Party partyInUrl(String code) {
        try {
            return PartyLookup.resolve(code, Optional.empty());
        } catch (IllegalArgumentException unknown) {
            throw Problem.notFound(unknown.getMessage());
        }
    }

    /**
     * Rejects a field that corrections and claims cannot change.
     *
     * @throws Problem {@code invalid} if the body contains it
     */
    static void rejectField(FactRequestBody body, String field) {
        rejectField(body, field, "cannot be corrected. Retract the fact and record a new one");
    }

    private static void rejectField(FactRequestBody body, String field, String reason) {
        if (body.fields().has(field)) {
            throw Problem.invalid(field, reason);
        }
    }
}
