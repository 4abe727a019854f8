package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.KeysetPage.Wanted;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResolvedAsOf;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.Versioned;
import org.depositary.gateway.read.WhereClause;

/** Single facts, of whatever kind. */
public record FactReads(Snapshot snapshot) {

    /** What was known of a fact. */
    public record Known(
            String kind,
            String id,
            String streamId,
            JsonNode statement,
            JsonNode sources,
            Optional<JsonNode> dispute,
            Optional<JsonNode> retracted) {

        static Known read(ResultRow row) throws SQLException {
            return new Known(
                    row.text("kind"),
                    row.text("id"),
                    row.text("stream_id"),
                    row.json("statement"),
                    row.json("sources"),
                    row.optionalJson("dispute"),
                    row.optionalJson("retracted"));
        }

        public Known saying(JsonNode other) {
            return new Known(kind, id, streamId, other, sources, dispute, retracted);
        }
    }

    /** What happened to a fact, and which version its stream had come to. */
    public record History(List<Recording> recordings, String version) {}

    public Known require(String kind, String id) throws SQLException {
        var sql = NamedSql.of(
                "SELECT f.* FROM fact f WHERE f.kind = :kind AND f.id = :id AND " + ResolvedAsOf.known("f"));
        return snapshot.first(sql.with("kind", kind).with("id", id), Known::read)
                .orElseThrow(() -> Problem.notFound("No %s '%s' is recorded".formatted(kind, id)));
    }

    public History history(Known fact) throws SQLException {
        return history(fact.streamId(), " AND cloudevent -> 'data' ->> 'id' = :id", fact.id());
    }

    /** What one source says of a fact about which sources do not agree. */
    public Versioned<ClaimItem> claim(String kind, String id, int number) throws SQLException {
        var fact = require(kind, id);
        var claims = ClaimItem.all(FactPath.of(kind, id), fact.dispute());
        return new Versioned<>(ClaimItem.find(claims, number), history(fact).version());
    }

    /** Of a whole stream. */
    public History history(String streamId) throws SQLException {
        return history(streamId, "", "");
    }

    private History history(String streamId, String ofFact, String id) throws SQLException {
        var known =
                "FROM change WHERE stream_id = :stream AND seq <= " + ResolvedAsOf.SEQ + " AND recorded_at <= :instant";
        var recordings = snapshot.list(
                NamedSql.of("SELECT event_id, type, recorded_at, cloudevent ->> 'actor' AS actor, version,"
                                + " cloudevent -> 'data' AS data " + known + ofFact + " ORDER BY version")
                        .with("stream", streamId)
                        .with("id", id),
                Recording::read);
        var version = snapshot.first(
                NamedSql.of("SELECT max(version) AS version " + known).with("stream", streamId),
                row -> row.number("version"));
        return new History(recordings, "%s@%d".formatted(streamId, version.orElse(0)));
    }

    /** Facts with a source in a document. */
    public KeysetPage<Known> citing(String document, Wanted wanted) throws SQLException {
        var after = new WhereClause();
        if (!wanted.isFirst()) {
            after.and("(f.kind, f.id) > (:afterKind, :afterId)")
                    .value("afterKind", wanted.key(0))
                    .value("afterId", wanted.key(1));
        }
        var sql = NamedSql.of("""
                        SELECT f.* FROM fact f
                        WHERE f.cited @> ARRAY[:document::text] AND f.cited <> '{}' AND %s AND %s
                        ORDER BY f.kind, f.id LIMIT :limit
                        """.formatted(ResolvedAsOf.known("f"), after.text()))
                .with("document", document)
                .with("limit", wanted.limit())
                .with(after.values());
        return KeysetPage.of(
                snapshot.list(sql, row -> new Keyed<>(List.of(row.text("kind"), row.text("id")), Known.read(row))),
                wanted);
    }
}
