package org.depositary.gateway.web.parameters;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** Converts the codes and names of parties in requests to canonical codes. */
public final class PartyParameterParser {

    /** The description of the path parameter in the OpenAPI document. */
    public static final String DESCRIPTION =
            "A code or name of the party. An ambiguous name returns 404 with the possible parties.";

    private PartyParameterParser() {}

    /** The canonical code of the party in query parameter {@code party}, as of the requested day. */
    public static Optional<String> party(Optional<String> parameter, CommonReadParameters reading) {
        return party("party", parameter, reading);
    }

    /** The canonical code of the party in the query parameter with this name, as of the requested day. */
    public static Optional<String> party(String name, Optional<String> parameter, CommonReadParameters reading) {
        try {
            return parameter.map(text -> PartyLookup.resolve(text, reading.day().map(PartialDate::of))
                    .code());
        } catch (IllegalArgumentException e) {
            throw InvalidParameterProblem.of(name, e.getMessage());
        }
    }

    /** The party in a path. Throws a problem if it is unknown. */
    public static Party party(String code, CommonReadParameters reading) {
        try {
            return PartyLookup.resolve(code, reading.day().map(PartialDate::of));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(e.getMessage());
        }
    }
}
