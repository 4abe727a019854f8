package org.depositary.gateway.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.query.Reads.Versioned;
import org.depositary.gateway.query.Slice.Keyed;
import org.depositary.gateway.query.Slice.Wanted;

/** Single facts, of whatever kind. */
record Facts(Snapshot snapshot) {

    /** What was known of a fact. */
    record Known(
            String kind,
            String id,
            String streamId,
            JsonNode statement,
            JsonNode sources,
            Optional<JsonNode> dispute,
            Optional<JsonNode> retracted) {

        static Known read(Row row) throws SQLException {
            return new Known(
                    row.text("kind"),
                    row.text("id"),
                    row.text("stream_id"),
                    row.json("statement"),
                    row.json("sources"),
                    row.optionalJson("dispute"),
                    row.optionalJson("retracted"));
        }

        Known saying(JsonNode other) {
            return new Known(kind, id, streamId, other, sources, dispute, retracted);
        }
    }

    /** What happened to a fact, and which version its stream had come to. */
    record History(List<Recording> recordings, String version) {}

    Known require(String kind, String id) throws SQLException {
        var sql = Sql.of("SELECT f.* FROM fact f WHERE f.kind = :kind AND f.id = :id AND " + AsOf.known("f"));
        return snapshot.first(sql.with("kind", kind).with("id", id), Known::read)
                .orElseThrow(() -> Problem.notFound("No %s '%s' is recorded".formatted(kind, id)));
    }

    History history(Known fact) throws SQLException {
        return history(fact.streamId(), " AND cloudevent -> 'data' ->> 'id' = :id", fact.id());
    }

    /** What one source says of a fact about which sources do not agree. */
    Versioned<Claim> claim(String kind, String id, int number) throws SQLException {
        var fact = require(kind, id);
        var claims = Claim.all(FactAddress.of(kind, id), fact.dispute());
        return new Versioned<>(Claim.find(claims, number), history(fact).version());
    }

    /** Of a whole stream. */
    History history(String streamId) throws SQLException {
        return history(streamId, "", "");
    }

    private History history(String streamId, String ofFact, String id) throws SQLException {
        var known = "FROM change WHERE stream_id = :stream AND seq <= " + AsOf.SEQ + " AND recorded_at <= :instant";
        var recordings = snapshot.list(
                Sql.of("SELECT event_id, type, recorded_at, cloudevent ->> 'actor' AS actor, version,"
                                + " cloudevent -> 'data' AS data " + known + ofFact + " ORDER BY version")
                        .with("stream", streamId)
                        .with("id", id),
                Recording::read);
        var version = snapshot.first(
                Sql.of("SELECT max(version) AS version " + known).with("stream", streamId),
                row -> row.number("version"));
        return new History(recordings, "%s@%d".formatted(streamId, version.orElse(0)));
    }

    /** Facts with a source in a document. */
    Slice<Known> citing(String document, Wanted wanted) throws SQLException {
        var after = new Conditions();
        if (!wanted.isFirst()) {
            after.and("(f.kind, f.id) > (:afterKind, :afterId)")
                    .value("afterKind", wanted.key(0))
                    .value("afterId", wanted.key(1));
        }
        var sql = Sql.of("""
                        SELECT f.* FROM fact f
                        WHERE f.cited @> ARRAY[:document::text] AND f.cited <> '{}' AND %s AND %s
                        ORDER BY f.kind, f.id LIMIT :limit
                        """.formatted(AsOf.known("f"), after.text()))
                .with("document", document)
                .with("limit", wanted.limit())
                .with(after.values());
        return Slice.of(
                snapshot.list(sql, row -> new Keyed<>(List.of(row.text("kind"), row.text("id")), Known.read(row))),
                wanted);
    }
}
