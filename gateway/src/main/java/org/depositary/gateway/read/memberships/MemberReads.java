package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.lists.FirstPages;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.OrganizationState;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.gateway.read.parties.PartyReads;

/** Reads the status and candidacies of parties in organisations on a day. */
public record MemberReads(Snapshot snapshot) {

    public static final ListQuery<MembershipFilter, Member> MEMBERSHIPS = ListQuery.within(
            ReadScope.MEMBERSHIPS, (snapshot, filter, page) -> new MemberReads(snapshot).on(filter, page));

    /** The members of one organisation, which must be registered. */
    public static final ListQuery<MembershipFilter, Member> MEMBERS = ListQuery.within(
            filter -> ReadScope.membersOf(filter.organizations().getFirst()),
            (snapshot, filter, page) -> new OrganizationReads(snapshot)
                    .ofKnown(filter.organizations().getFirst(), MEMBERSHIPS.page(snapshot, filter, page)));

    /** The memberships of one party, which must be known. */
    public static final ListQuery<MembershipFilter, Member> MEMBERSHIPS_OF_PARTY =
            ListQuery.within(ReadScope.MEMBERSHIPS, (snapshot, filter, page) -> new PartyReads(snapshot)
                    .ofKnown(filter.party().orElseThrow(), MEMBERSHIPS.page(snapshot, filter, page)));

    /** The members of each of several organisations. */
    public static final ListOfEach<MembershipFilter, Member> MEMBERS_OF_EACH_ORGANIZATION =
            (snapshot, organizations, filter, size) -> {
                var page = FirstPages.request(size);
                return new MemberReads(snapshot)
                        .ofEach(
                                MemberStatements.statusesOfEachOrganization(filter, organizations, page),
                                MemberStatements.candidaciesOfEachOrganization(filter, organizations, page),
                                organizations,
                                Held::organization,
                                page);
            };

    /** The memberships of each of several parties. */
    public static final ListOfEach<MembershipFilter, Member> MEMBERSHIPS_OF_EACH_PARTY =
            (snapshot, parties, filter, size) -> {
                var page = FirstPages.request(size);
                return new MemberReads(snapshot)
                        .ofEach(
                                MemberStatements.statusesOfEachParty(filter, parties, page),
                                MemberStatements.candidaciesOfEachParty(filter, parties, page),
                                filter.organizations(),
                                Held::party,
                                page);
            };

    /** The status of one party in one organisation, its candidacy, or both. */
    private record Held(
            String organization, String party, Optional<MembershipSpan> status, Optional<MembershipSpan> candidacy) {

        List<String> codes() {
            return List.of(organization, party);
        }

        MembershipSpan main() {
            return status.or(this::candidacy).orElseThrow();
        }

        boolean isDisputed() {
            return main().disputed()
                    || candidacy.filter(MembershipSpan::disputed).isPresent();
        }

        Keyed<Held> keyed() {
            return new Keyed<>(List.of(organization, party, main().opened()), this);
        }
    }

    /**
     * A candidacy on the day.
     *
     * @param alone whether the party has only the candidacy and no status
     */
    private record Candidacy(Held held, boolean alone) {}

    private record Found(List<Held> statuses, List<Candidacy> candidacies, List<OrganizationState> organizations) {}

    private KeysetPage<Member> on(MembershipFilter filter, PageRequest page) throws SQLException {
        var found = found(
                MemberStatements.statuses(filter, page),
                MemberStatements.candidacies(filter, page),
                filter.organizations());
        var held = KeysetPage.of(items(found.statuses(), found.candidacies(), page), page);
        var names = names(held.items().stream(), found.organizations());
        return held.map(item -> member(item, names));
    }

    /** @param parent the organisation or the party of a status, by which the pages are grouped */
    private Map<String, KeysetPage<Member>> ofEach(
            NamedSql statuses,
            NamedSql candidacies,
            List<String> organizations,
            Function<Held, String> parent,
            PageRequest page)
            throws SQLException {
        var found = found(statuses, candidacies, organizations);
        var held = FirstPages.grouped(found.statuses(), parent, item -> item);
        var beside = FirstPages.grouped(found.candidacies(), candidacy -> parent.apply(candidacy.held()), item -> item);
        var pages = new HashMap<String, KeysetPage<Held>>();
        Stream.concat(held.keySet().stream(), beside.keySet().stream())
                .distinct()
                .forEach(id -> {
                    var items = items(held.getOrDefault(id, List.of()), beside.getOrDefault(id, List.of()), page);
                    pages.put(id, KeysetPage.of(items, page));
                });
        var names = names(pages.values().stream().flatMap(each -> each.items().stream()), found.organizations());
        return FirstPages.map(pages, item -> member(item, names));
    }

    private Found found(NamedSql statuses, NamedSql candidacies, List<String> known) throws SQLException {
        var organizations = new OrganizationReads(snapshot);
        return snapshot.together(
                SetCoverages.statement().then(statuses).then(candidacies).then(organizations.among(known)), results -> {
                    var coverages = SetCoverages.read(results);
                    return new Found(
                            results.next(row -> status(row, coverages)),
                            results.next(row -> candidacy(row, coverages)),
                            results.next(organizations::state));
                });
    }

    private PartyNameLookup names(Stream<Held> items, List<OrganizationState> known) throws SQLException {
        var codes = new HashSet<String>();
        items.forEach(item -> codes.addAll(item.codes()));
        return new OrganizationReads(snapshot).names(codes, known);
    }

    private static Held status(ResultRow row, SetCoverages coverages) throws SQLException {
        return new Held(
                row.text("organization"),
                row.text("party"),
                Optional.of(MembershipSpan.read(row, coverages)),
                Optional.empty());
    }

    private static Candidacy candidacy(ResultRow row, SetCoverages coverages) throws SQLException {
        var held = new Held(
                row.text("organization"),
                row.text("party"),
                Optional.empty(),
                Optional.of(MembershipSpan.read(row, coverages)));
        return new Candidacy(held, row.flag("alone"));
    }

    /** Combines a status and a candidacy of the same party and organisation into one item. Either may be absent. */
    private static List<Keyed<Held>> items(List<Held> statuses, List<Candidacy> beside, PageRequest page) {
        var candidacies = new HashMap<List<String>, Optional<MembershipSpan>>();
        var items = new ArrayList<Keyed<Held>>();
        for (var candidacy : beside) {
            var held = candidacy.held();
            candidacies.put(held.codes(), held.candidacy());
            if (candidacy.alone() && page.precedes(held.keyed().key())) {
                items.add(held.keyed());
            }
        }
        for (var held : statuses) {
            var candidacy = candidacies.getOrDefault(held.codes(), Optional.empty());
            items.add(new Held(held.organization(), held.party(), held.status(), candidacy).keyed());
        }
        items.sort(Keyed.IN_ORDER);
        return items;
    }

    private Member member(Held held, PartyNameLookup names) {
        var day = snapshot.day();
        var main = held.main();
        return new Member(
                held.organization(),
                names.of(held.organization()),
                held.party(),
                names.of(held.party()),
                held.status().map(MembershipSpan::status).orElse("none"),
                held.candidacy().map(MembershipSpan::status),
                EffectiveDate.of(main.since()),
                main.until().map(EffectiveDate::of),
                main.certainty(day).json(),
                main.coveredUntil().filter(end -> !main.isCovered(day)).map(EffectiveDate::of),
                held.isDisputed(),
                main.url(),
                MembershipSpan.changeUrl(main.opened()),
                main.sources(),
                Optional.of(main.founding()).filter(founding -> founding),
                Optional.of(main.dissolved()).filter(dissolved -> dissolved),
                held.candidacy().map(candidacy -> EffectiveDate.of(candidacy.since())),
                held.candidacy().map(candidacy -> candidacy.certainty(day).json()),
                held.candidacy().map(MembershipSpan::url),
                held.candidacy().map(candidacy -> MembershipSpan.changeUrl(candidacy.opened())));
    }
}
