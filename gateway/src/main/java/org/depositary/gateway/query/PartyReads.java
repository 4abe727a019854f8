package org.depositary.gateway.query;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.query.Slice.Wanted;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Party;

/** Parties: the states that the vocabulary knows, and the organisations that are registered. */
record PartyReads(Snapshot snapshot) {

    /** By code; with a text, those that it may mean, best first. */
    Slice<PartyItem> matching(Optional<String> q, Wanted wanted) throws SQLException {
        var states = q.map(Parties::search).orElseGet(Parties::all).stream()
                .map(party -> PartyItem.state(party, snapshot.languages()));
        var organizations = new Organizations(snapshot).matching(q).stream().map(PartyItem::organisation);
        return Slice.ofAll(Stream.concat(states, organizations).toList(), PartyItem::code, wanted);
    }

    /** Refuses an organisation that nobody has registered. */
    PartyInFull one(Party party) throws SQLException {
        return Parties.isState(party)
                ? PartyInFull.state(party, snapshot.languages())
                : PartyInFull.organisation(organization(party));
    }

    /** Refuses the same. */
    void require(Party party) throws SQLException {
        if (!Parties.isState(party)) {
            organization(party);
        }
    }

    private Organization organization(Party party) throws SQLException {
        return new Organizations(snapshot)
                .one(party.code())
                .orElseThrow(() -> Problem.notFound("No party goes by '%s'".formatted(party.code())));
    }
}
