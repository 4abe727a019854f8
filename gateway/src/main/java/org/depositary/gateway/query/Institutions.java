package org.depositary.gateway.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.query.Slice.Keyed;
import org.depositary.gateway.query.Slice.Wanted;
import org.depositary.vocabulary.Held;
import org.depositary.vocabulary.Held.Certainty;
import org.depositary.vocabulary.PartialDate;

/** Institutional facts of one kind, in time. */
record Institutions(Snapshot snapshot) {

    static final String ORGAN = "organ";

    private record Known(Facts.Known fact, PartialDate start, Optional<PartialDate> end) {

        static Known read(Row row) throws SQLException {
            var fact = new Facts.Known(
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
            return Held.on(day, start, end).map(Certainty::json);
        }
    }

    /**
     * Those that stand.
     *
     * @param filter on a table {@code i}
     * @param onDay only what was so, at least possibly, on the day asked for
     */
    Slice<DatedFact> of(String kind, Conditions filter, boolean onDay, Wanted wanted) throws SQLException {
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
                """.formatted(AsOf.known("i"), filter.text());
        var query = Sql.of(sql).with("kind", kind).with(filter.values()).with("limit", wanted.limit());
        return Slice.of(
                        snapshot.list(
                                query,
                                row -> new Keyed<>(List.of(row.text("earliest"), row.text("id")), Known.read(row))),
                        wanted)
                .map(known -> item(known, onDay));
    }

    private DatedFact item(Known known, boolean onDay) {
        var certainty = onDay ? known.certainty(snapshot.day()) : Optional.<String>empty();
        return new DatedFact(known.fact().kind().equals(ORGAN) ? organ(known) : Fact.of(known.fact()), certainty);
    }

    /** An organ goes by its own id; its name is told, and until when it was what the fact says. */
    private Fact organ(Known known) {
        var fact = known.fact();
        var statement = (ObjectNode) fact.statement().deepCopy();
        var id = statement.path("organ").asText();
        snapshot.languages().pick(Json.texts(statement.path("names"))).ifPresent(name -> statement.put("name", name));
        known.end().ifPresent(end -> statement.put("until", end.edtf()));
        return Fact.of(fact.saying(statement)).about(id);
    }
}
