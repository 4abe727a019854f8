package org.depositary.gateway.read.institutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.InstrumentLinks;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;

/** Reads institutional facts of one kind, ordered by time. */
public record InstitutionReads(Snapshot snapshot) {

    public static final String ORGAN = "organ";

    /** The facts of a registered organisation that are not retracted, ordered by time. */
    public static final ListQuery<InstitutionFilter, DatedFact> FACTS_OF_ORGANIZATION =
            ListQuery.within(ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new OrganizationReads(snapshot)
                    .ofKnown(filter.owner().code(), new InstitutionReads(snapshot).list(filter, page)));

    /** The facts about a known party that are not retracted, ordered by time. */
    public static final ListQuery<InstitutionFilter, DatedFact> FACTS_OF_PARTY =
            ListQuery.within(ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new PartyReads(snapshot)
                    .ofKnown(filter.owner().code(), new InstitutionReads(snapshot).list(filter, page)));

    private static final ListSortKey KEY = new ListSortKey(List.of("earliest", "id"), List.of("-infinity", ""));

    private static final String OF_ORGANIZATION = """
            SELECT i.*, i.start_earliest::text AS earliest FROM institutions_at(:instant) i
            WHERE i.organization = :owner AND i.kind = :kind
            AND (i.start_earliest, i.id) > (:after_earliest::date, :after_id)
            AND (NOT :onDay OR i.start_earliest <= :day AND i.end_latest > :day)
            AND i.statement @> :statement::jsonb
            AND (:states::text[] IS NULL OR i.statement ->> 'state' = ANY (:states))
            AND (:payer::text IS NULL OR i.statement -> 'shares' -> :payer::text IS NOT NULL)
            ORDER BY i.start_earliest, i.id LIMIT :limit
            """;

    private static final String OF_PARTY = """
            SELECT i.*, i.start_earliest::text AS earliest FROM institutions_at(:instant) i
            WHERE i.party = :owner AND i.kind = :kind
            AND (i.start_earliest, i.id) > (:after_earliest::date, :after_id)
            AND (NOT :onDay OR i.start_earliest <= :day AND i.end_latest > :day)
            AND i.statement @> :statement::jsonb
            AND (:states::text[] IS NULL OR i.statement ->> 'state' = ANY (:states))
            AND (:payer::text IS NULL OR i.statement -> 'shares' -> :payer::text IS NOT NULL)
            ORDER BY i.start_earliest, i.id LIMIT :limit
            """;

    private record Known(FactReads.Known fact, PartialDate start, Optional<PartialDate> end) {

        static Known read(ResultRow row) throws SQLException {
            var fact = new FactReads.Known(
                    row.text("kind"),
                    row.text("id"),
                    "",
                    row.json("statement"),
                    row.sources("sources"),
                    row.optionalJson("dispute"),
                    Optional.empty(),
                    row.instant("recorded_from"));
            return new Known(fact, row.date("start"), row.optionalDate("end"));
        }

        Optional<String> certainty(LocalDate day) {
            return Certainty.onDay(day, start, end).map(Certainty::json);
        }
    }

    private KeysetPage<DatedFact> list(InstitutionFilter filter, PageRequest page) throws SQLException {
        var sql = filter.bind(NamedSql.of(filter.owner().isParty() ? OF_PARTY : OF_ORGANIZATION));
        var found = snapshot.page(sql, KEY, page, Known::read);
        var links = InstrumentLinks.ofFacts(
                snapshot, found.items().stream().map(known -> known.fact().statement()));
        return found.map(known -> item(known, links, filter.onDay()));
    }

    private DatedFact item(Known known, InstrumentLinks links, boolean onDay) {
        var certainty = onDay ? known.certainty(snapshot.day()) : Optional.<String>empty();
        var fact = known.fact().kind().equals(ORGAN) ? organ(known) : FactItem.of(known.fact());
        return new DatedFact(fact.linkedTo(links.of(known.fact().statement())), certainty);
    }

    /**
     * The item of an organ: it has the organ's own id, a name in the preferred language, and the end of the fact's
     * period.
     */
    private FactItem organ(Known known) {
        var fact = known.fact();
        var statement = (ObjectNode) fact.statement().deepCopy();
        var id = statement.path("organ").asText();
        snapshot.languages()
                .pick(JsonFieldReader.texts(statement.path("names")))
                .ifPresent(name -> statement.put("name", name));
        known.end().ifPresent(end -> statement.put("until", end.edtf()));
        return FactItem.of(fact.saying(statement)).about(id);
    }
}
