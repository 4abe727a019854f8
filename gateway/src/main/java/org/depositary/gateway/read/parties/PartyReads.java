package org.depositary.gateway.read.parties;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.lists.Everything;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationItem;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** Reads parties: the states in the vocabulary, and the registered organisations. */
public record PartyReads(Snapshot snapshot) {

    /** All parties by code; with a text, the parties that match it, the best match first. */
    public static final ListQuery<Optional<String>, PartyItem> PARTIES =
            ListQuery.within(ReadScope.MEMBERSHIPS, (snapshot, text, page) -> {
                var states = text.map(PartyLookup::search).orElseGet(PartyLookup::all).stream()
                        .map(party -> PartyItem.state(party, snapshot.languages()));
                var organizations =
                        new OrganizationReads(snapshot).matching(text).stream().map(PartyItem::organisation);
                return KeysetPage.ofAll(Stream.concat(states, organizations).toList(), PartyItem::code, page);
            });

    /** All parties with all their codes and names, by code. */
    public static final ListQuery<Everything, PartyDetail> DETAILS = (snapshot, nothing, page) -> {
        // First: names in all languages take time, and no transaction should be open meanwhile.
        var states = PartyLookup.all().stream()
                .map(party -> PartyDetail.state(party, snapshot.languages()))
                .toList();
        var organizations = new OrganizationReads(snapshot)
                .matching(Optional.empty()).stream().map(PartyDetail::organisation);
        var all = Stream.concat(states.stream(), organizations)
                .sorted(Comparator.comparing(PartyDetail::code))
                .toList();
        return KeysetPage.ofAll(all, PartyDetail::code, page);
    };

    /** Returns a party with all details. Throws a 404 problem for an organisation that was never registered. */
    public PartyDetail detail(Party party) throws SQLException {
        return PartyLookup.isState(party)
                ? PartyDetail.state(party, snapshot.languages())
                : PartyDetail.organisation(organization(party.code()));
    }

    /** The parties with these codes, by code. A code of no state and of no registered organisation is its own name. */
    public Map<String, PartyItem> named(Collection<String> codes) throws SQLException {
        return each(codes, state -> PartyItem.state(state, snapshot.languages()), PartyItem::organisation);
    }

    /** The same parties with all details. The names of a state take time to compute, once. */
    public Map<String, PartyDetail> details(Collection<String> codes) throws SQLException {
        return each(codes, state -> PartyDetail.state(state, snapshot.languages()), PartyDetail::organisation);
    }

    private <T> Map<String, T> each(
            Collection<String> codes, Function<Party, T> state, Function<OrganizationItem, T> organisation)
            throws SQLException {
        var others = codes.stream().filter(code -> !PartyLookup.isState(code)).collect(Collectors.toSet());
        var organizations = others.isEmpty()
                ? Map.<String, OrganizationItem>of()
                : new OrganizationReads(snapshot).findOrName(others);
        return codes.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        code -> others.contains(code)
                                ? organisation.apply(organizations.get(code))
                                : state.apply(new Party(code))));
    }

    /** Returns the page unchanged. If it is empty and the party is unknown, throws a 404 problem. */
    public <T> KeysetPage<T> ofKnown(String code, KeysetPage<T> page) throws SQLException {
        if (page.items().isEmpty()) {
            require(code);
        }
        return page;
    }

    /** Throws a 404 problem for an organisation that was never registered. */
    public void require(String code) throws SQLException {
        if (!PartyLookup.isState(code)) {
            organization(code);
        }
    }

    private OrganizationItem organization(String code) throws SQLException {
        return new OrganizationReads(snapshot)
                .find(code)
                .orElseThrow(() -> Problem.notFound("Unknown party '%s'".formatted(code)));
    }
}
