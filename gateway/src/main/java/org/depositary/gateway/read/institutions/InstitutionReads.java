package org.depositary.gateway.read.institutions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.JsonFields;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResolvedAsOf;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactReads;
import org.depositary.vocabulary.Certainty;
import org.depositary.vocabulary.PartialDate;

/** Institutional facts of one kind, in time. */
public record InstitutionReads(Snapshot snapshot) {

    public static final String ORGAN = "organ";

    private record Known(FactReads.Known fact, PartialDate start, Optional<PartialDate> end) {

        static Known read(ResultRow row) throws SQLException {
            var fact = new FactReads.Known(
                    row.text("kind"),
                    row.text("id"),
                    "",
                    row.json("statement"),
                    row.json("sources"),
                    row.optionalJson("dispute"),
                    Optional.empty());
            return new Known(fact, row.date("start"), row.optionalDate("end"));
        }

        Optional<String> certainty(LocalDate day) {
            return Certainty.onDay(day, start, end).map(Certainty::json);
        }
    }

    /**
     * Those that stand.
     *
     * @param filter on a table {@code i}
     * @param onDay only what was so, at least possibly, on the day asked for
     */
    public KeysetPage<DatedFact> of(String kind, WhereClause filter, boolean onDay, Wanted wanted) throws SQLException {
        if (onDay) {
            filter.and("i.start_earliest <= :day AND i.end_latest > :day");
        }
        if (!wanted.isFirst()) {
            filter.and("(i.start_earliest, i.id) > (:afterStart::date, :afterId)")
                    .value("afterStart", wanted.key(0))
                    .value("afterId", wanted.key(1));
        }
        var sql = """
                SELECT i.*, i.start_earliest::text AS earliest FROM institution i
                WHERE i.kind = :kind AND %s AND %s
                ORDER BY i.start_earliest, i.id LIMIT :limit
                """.formatted(ResolvedAsOf.known("i"), filter.text());
        var query = NamedSql.of(sql).with("kind", kind).with(filter.values()).with("limit", wanted.limit());
        return KeysetPage.of(
                        snapshot.list(
                                query,
                                row -> new Keyed<>(List.of(row.text("earliest"), row.text("id")), Known.read(row))),
                        wanted)
                .map(known -> item(known, onDay));
    }

    private DatedFact item(Known known, boolean onDay) {
        var certainty = onDay ? known.certainty(snapshot.day()) : Optional.<String>empty();
        return new DatedFact(known.fact().kind().equals(ORGAN) ? organ(known) : FactItem.of(known.fact()), certainty);
    }

    /** An organ goes by its own id; its name is told, and until when it was what the fact says. */
    private FactItem organ(Known known) {
        var fact = known.fact();
        var statement = (ObjectNode) fact.statement().deepCopy();
        var id = statement.path("organ").asText();
        snapshot.languages()
                .pick(JsonFields.texts(statement.path("names")))
                .ifPresent(name -> statement.put("name", name));
        known.end().ifPresent(end -> statement.put("until", end.edtf()));
        return FactItem.of(fact.saying(statement)).about(id);
    }
}
