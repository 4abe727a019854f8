package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.gateway.read.facts.Retraction;
import org.depositary.gateway.read.lists.FirstPages;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.vocabulary.dates.PartialDate;

/** Reads instruments and the acts about them. */
public record InstrumentReads(Snapshot snapshot) {

    private static final String KIND = "instrument";

    private static final String ALL = """
            SELECT i.*, r.* FROM instruments_at(:instant) i
            LEFT JOIN LATERAL (
                SELECT '' AS rule_edtf, r.earliest AS rule_earliest, r.latest AS rule_latest, r.uncertain AS rule_uncertain
                FROM entry_into_force(i.id, i.ratifications, i.after, :instant) r) r ON true
            WHERE i.stands AND i.id > :after_id
            AND (:organization::text IS NULL OR :organization = ANY (i.organizations))
            AND (:type::text IS NULL OR i.type = :type)
            AND (:text::text IS NULL OR position(:text IN i.described) > 0)
            AND (:party::text IS NULL OR :party = ANY (i.parties) OR EXISTS (
                SELECT FROM facts_at(:instant) f
                WHERE f.kind = 'act' AND f.statement ->> 'instrument' = i.id AND f.party = :party
                AND f.retracted IS NULL))
            ORDER BY i.id LIMIT :limit
            """;

    private static final String ONE = """
            SELECT i.*, r.* FROM instruments_at(:instant) i
            LEFT JOIN LATERAL (
                SELECT '' AS rule_edtf, r.earliest AS rule_earliest, r.latest AS rule_latest, r.uncertain AS rule_uncertain
                FROM entry_into_force(i.id, i.ratifications, i.after, :instant) r) r ON true
            WHERE i.id = :id
            """;

    private static final String ACTS = """
            SELECT f.* FROM facts_at(:instant) f
            WHERE f.kind = 'act' AND f.statement ->> 'instrument' = :instrument AND f.retracted IS NULL
            AND (f.party, f.id) > (:after_party, :after_id)
            AND (:party::text IS NULL OR f.party = :party)
            AND (:acts::text[] IS NULL OR f.statement ->> 'act' = ANY (:acts))
            ORDER BY f.party, f.id LIMIT :limit
            """;

    private static final ListSortKey BY_ID = new ListSortKey(List.of("id"), List.of(""));
    private static final ListSortKey BY_PARTY = new ListSortKey(List.of("party", "id"), List.of("", ""));

    /** The instruments that stand, by id. */
    public static final ListQuery<InstrumentFilter, InstrumentItem> INSTRUMENTS = ListQuery.within(
            ReadScope.WHOLE_LOG,
            (snapshot, filter, page) ->
                    snapshot.page(filter.bind(NamedSql.of(ALL)), BY_ID, page, new InstrumentReads(snapshot)::item));

    /** The acts about a registered instrument that are not retracted, by party. */
    public static final ListQuery<ActFilter, FactItem> ACTS_OF_INSTRUMENT =
            ListQuery.within(ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new InstrumentReads(snapshot)
                    .ofKnown(
                            filter.instrument(),
                            snapshot.page(filter.bind(NamedSql.of(ACTS)), BY_PARTY, page, FactReads.Known::read)
                                    .map(FactItem::of)));

    private static final String ACTS_OF_EACH = FirstPages.ofEach(ACTS, "instrument");

    /** The acts about each of several instruments. */
    public static final ListOfEach<ActFilter, FactItem> ACTS_OF_EACH_INSTRUMENT =
            (snapshot, instruments, filter, size) -> {
                var sql = filter.bind(NamedSql.of(ACTS_OF_EACH)).with("parents", instruments);
                var found = FirstPages.read(snapshot, sql, BY_PARTY, size, FactReads.Known::read);
                return FirstPages.map(found, FactItem::of);
            };

    public VersionedAnswer<InstrumentDetail> detail(String id) throws SQLException {
        var facts = new FactReads(snapshot);
        var registration = facts.require(KIND, id);
        var history = facts.history(registration);
        var row = snapshot.first(NamedSql.of(ONE).with("id", id), this::detail);
        return new VersionedAnswer<>(row.orElseThrow().with(history), history.version());
    }

    /** Returns the page unchanged. If it is empty and the instrument was never registered, throws a 404 problem. */
    <T> KeysetPage<T> ofKnown(String id, KeysetPage<T> page) throws SQLException {
        if (page.items().isEmpty()) {
            snapshot.first(NamedSql.of(ONE).with("id", id), row -> id)
                    .orElseThrow(() -> Problem.notFound("Unknown instrument '%s'".formatted(id)));
        }
        return page;
    }

    /** Gives a date that a read computed its expression. Other dates have one already. */
    static PartialDate computed(PartialDate date) {
        if (!date.edtf().isEmpty()) {
            return date;
        }
        var uncertainty = date.uncertain() ? "~" : "";
        var earliest = date.earliest().map(day -> day + uncertainty).orElse("..");
        var latest = date.latest().map(day -> day + uncertainty).orElse("..");
        var expression = earliest.equals(latest) ? earliest : earliest + "/" + latest;
        return new PartialDate(expression, date.earliest(), date.latest(), date.uncertain());
    }

    private InstrumentDetail detail(ResultRow row) throws SQLException {
        return new InstrumentDetail(
                item(row),
                row.optional("retracted", Retraction.class),
                row.instant("recorded_from"),
                Optional.empty(),
                List.of());
    }

    private InstrumentItem item(ResultRow row) throws SQLException {
        var statement = row.json("statement");
        var url = FactPath.of(KIND, row.text("id"));
        var names = JsonFieldReader.texts(statement.path("names"));
        var claims = ClaimItem.standing(url, row.optionalJson("dispute"));
        var rule = rule(statement, row.optionalDate("rule").map(InstrumentReads::computed));
        return new InstrumentItem(
                row.text("id"),
                url,
                snapshot.languages().pick(names).orElse(row.text("id")),
                names,
                JsonFieldReader.text(statement, "acronym"),
                row.text("type"),
                dates(statement.path("dates")),
                rule,
                JsonFieldReader.node(statement, "place"),
                row.texts("parties"),
                row.texts("organizations"),
                JsonFieldReader.number(statement, "articles"),
                JsonFieldReader.elements(statement.path("documents"))
                        .map(JsonNode::asText)
                        .toList(),
                JsonFieldReader.text(statement, "depositary"),
                JsonFieldReader.text(statement, "note"),
                claims.isPresent(),
                claims,
                row.sources("sources"));
    }

    private static Optional<InForceRuleItem> rule(JsonNode statement, Optional<PartialDate> inForce) {
        return JsonFieldReader.node(statement, "inForceRule")
                .map(rule -> new InForceRuleItem(
                        rule.path("ratifications").asInt(),
                        JsonFieldReader.text(rule, "after"),
                        inForce.map(EffectiveDate::of)));
    }

    private static InstrumentItem.Dates dates(JsonNode dates) {
        return new InstrumentItem.Dates(
                date(dates, "adopted"), date(dates, "signed"), date(dates, "inForce"), date(dates, "terminated"));
    }

    private static Optional<EffectiveDate> date(JsonNode dates, String field) {
        return JsonFieldReader.text(dates, field).map(PartialDate::parse).map(EffectiveDate::of);
    }
}
