package org.depositary.gateway.web;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** The canonical codes of parties that requests name somehow. */
public final class PartyParameters {

    /** Describes the parameter of a path. */
    public static final String DESCRIPTION =
            "Any code or name of it. A name that several go by is 404, and the detail says which they are.";

    private PartyParameters() {}

    /** In a query, meant as of the day that the request asks about. */
    public static Optional<String> party(Optional<String> parameter, ReadParameters reading) {
        return party("party", parameter, reading);
    }

    /** The same, where the query calls it otherwise. */
    public static Optional<String> party(String name, Optional<String> parameter, ReadParameters reading) {
        try {
            return parameter.map(text -> PartyLookup.resolve(text, reading.day().map(PartialDate::of))
                    .code());
        } catch (IllegalArgumentException e) {
            throw InvalidParameter.of(name, e.getMessage());
        }
    }

    /** In a path. */
    public static Party party(String code, ReadParameters reading) {
        try {
            return PartyLookup.resolve(code, reading.day().map(PartialDate::of));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(e.getMessage());
        }
    }
}
