package org.depositary.gateway.web;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Parties;
import org.depositary.vocabulary.parties.Party;

/** The canonical codes of parties that requests name somehow. */
public final class PartyParameterParser {

    /** Describes the parameter of a path. */
    public static final String DESCRIPTION =
            "Any code or name of it. A name that several go by is 404, and the detail says which they are.";

    private PartyParameterParser() {}

    /** In a query, meant as of the day that the request asks about. */
    public static Optional<String> party(Optional<String> parameter, CommonReadParameters reading) {
        return party("party", parameter, reading);
    }

    /** The same, where the query calls it otherwise. */
    public static Optional<String> party(String name, Optional<String> parameter, CommonReadParameters reading) {
        try {
            return parameter.map(text ->
                    Parties.resolve(text, reading.day().map(PartialDate::of)).code());
        } catch (IllegalArgumentException e) {
            throw InvalidParameter.of(name, e.getMessage());
        }
    }

    /** In a path. */
    public static Party party(String code, CommonReadParameters reading) {
        try {
            return Parties.resolve(code, reading.day().map(PartialDate::of));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(e.getMessage());
        }
    }
}
