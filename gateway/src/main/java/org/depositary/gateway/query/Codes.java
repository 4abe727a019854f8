package org.depositary.gateway.query;

import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Party;

/** The canonical codes of parties that requests name somehow. */
final class Codes {

    private Codes() {}

    /** In a query, meant as of the day that the request asks about. */
    static Optional<String> party(Optional<String> parameter, Reading reading) {
        return party("party", parameter, reading);
    }

    /** The same, where the query calls it otherwise. */
    static Optional<String> party(String name, Optional<String> parameter, Reading reading) {
        try {
            return parameter.map(text ->
                    Parties.resolve(text, reading.day().map(PartialDate::of)).code());
        } catch (IllegalArgumentException e) {
            throw BadQuery.of(name, e.getMessage());
        }
    }

    /** Of a text that need not mean a party. */
    static Optional<String> known(String text) {
        try {
            return Optional.of(Parties.resolve(text, Optional.empty()).code());
        } catch (IllegalArgumentException noParty) {
            return Optional.empty();
        }
    }

    /** In a path. */
    static Party party(String code, Reading reading) {
        try {
            return Parties.resolve(code, reading.day().map(PartialDate::of));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(e.getMessage());
        }
    }
}
