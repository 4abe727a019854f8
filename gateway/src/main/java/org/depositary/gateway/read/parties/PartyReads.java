package org.depositary.gateway.read.parties;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Party;

/** Parties: the states that the vocabulary knows, and the organisations that are registered. */
public record PartyReads(Snapshot snapshot) {

    /** By code; with a text, those that it may mean, best first. */
    public KeysetPage<PartyItem> matching(Optional<String> q, Wanted wanted) throws SQLException {
        var states = q.map(Parties::search).orElseGet(Parties::all).stream()
                .map(party -> PartyItem.state(party, snapshot.languages()));
        var organizations = new OrganizationReads(snapshot).matching(q).stream().map(PartyItem::organisation);
        return KeysetPage.ofAll(Stream.concat(states, organizations).toList(), PartyItem::code, wanted);
    }

    /** Refuses an organisation that nobody has registered. */
    public PartyDetail one(Party party) throws SQLException {
        return Parties.isState(party)
                ? PartyDetail.state(party, snapshot.languages())
                : PartyDetail.organisation(organization(party));
    }

    /** Refuses the same. */
    public void require(Party party) throws SQLException {
        if (!Parties.isState(party)) {
            organization(party);
        }
    }

    private OrganizationItem organization(Party party) throws SQLException {
        return new OrganizationReads(snapshot)
                .one(party.code())
                .orElseThrow(() -> Problem.notFound("No party goes by '%s'".formatted(party.code())));
    }
}
