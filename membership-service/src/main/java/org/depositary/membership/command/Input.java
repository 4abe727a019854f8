package org.depositary.membership.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.command.FactBody;
import org.depositary.vocabulary.AmbiguousParty;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Parties;

/** Input in the forms that callers may use, turned into the canonical one. */
public final class Input {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private Input() {}

    /** The id of an organisation in an address. */
    public static String organization(String id) {
        if (!SLUG.matcher(id).matches()) {
            throw Problem.invalid(
                    "", "An organisation's id is a slug: lower-case letters, digits and hyphens, at most 63");
        }
        return id;
    }

    /** The id under which an organisation is registered; it must not be read as a state. */
    public static String newOrganization(String id) {
        try {
            if (Parties.resolve(organization(id), Optional.empty()).code().equals(id)) {
                return id;
            }
        } catch (AmbiguousParty state) {
            // told below, as for names of states
        }
        throw Problem.invalid("", "%s would be read as a state; an organisation needs another id".formatted(id));
    }

    /** The field, if it is there, is an organisation's id. */
    static void slug(FactBody body, String field) {
        var value = body.fields().get(field);
        if (value != null
                && !value.isNull()
                && !(value.isTextual() && SLUG.matcher(value.asText()).matches())) {
            throw Problem.invalid(field, "is an organisation's id: a slug such as shanghai-five");
        }
    }

    /** The date in the field, if it is there and can be read; the statement itself tells when it cannot. */
    public static Optional<PartialDate> date(FactBody body, String field) {
        try {
            return Optional.ofNullable(body.fields().get(field)).map(value -> PartialDate.parse(value.asText()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The country of the object in the field, in its canonical form. */
    static void country(FactBody body, String field) {
        if (body.fields().get(field) instanceof ObjectNode object && object.hasNonNull("country")) {
            party(object, "country", Optional.empty(), field + "/");
        }
    }

    /** The party in the field, in its canonical form as of the effective date. */
    public static void party(ObjectNode fields, String field, Optional<PartialDate> effective) {
        if (fields.hasNonNull(field)) {
            party(fields, field, effective, "");
        }
    }

    private static void party(ObjectNode fields, String field, Optional<PartialDate> effective, String path) {
        try {
            fields.put(
                    field,
                    Parties.resolve(fields.get(field).asText(), effective).code());
        } catch (IllegalArgumentException unknown) {
            throw Problem.of(ProblemType.UNKNOWN_PARTY, List.of(Flaw.at(path + field, unknown.getMessage())));
        }
    }

    /** Neither a correction nor a claim can touch this field. */
    static void refuse(FactBody body, String field) {
        if (body.fields().has(field)) {
            throw Problem.invalid(field, "cannot be changed; retract the fact and record it anew");
        }
    }
}
