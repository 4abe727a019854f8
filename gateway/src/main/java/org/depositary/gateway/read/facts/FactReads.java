package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.vocabulary.sources.Source;

/** Reads single facts of any kind. */
public record FactReads(Snapshot snapshot) {

    private static final String ONE = """
            SELECT f.* FROM facts_at(:instant) f WHERE f.kind = :kind AND f.id = :id
            """;

    /** The exercise has them, because the record of the exercise reports a strength, too. */
    private static final String STRENGTHS = """
            SELECT p -> 'strengths' AS strengths
            FROM exercises_at(:instant) e, jsonb_path_query(e.statement, '$.participants[*]') p
            WHERE e.id = :exercise AND p ->> 'url' = :participation AND p -> 'strengths' IS NOT NULL
            """;

    private static final String RECORDINGS = """
            SELECT event_id, type, recorded_at, cloudevent ->> 'actor' AS actor, version, cloudevent -> 'data' AS data
            FROM change
            WHERE stream_id = :stream AND seq <= current_setting('depositary.seq')::bigint AND recorded_at <= :instant
            AND (:fact::text IS NULL OR cloudevent -> 'data' ->> 'id' = :fact)
            ORDER BY version
            """;

    private static final String VERSION = """
            SELECT max(version) AS version FROM change
            WHERE stream_id = :stream AND seq <= current_setting('depositary.seq')::bigint AND recorded_at <= :instant
            """;

    private static final String CITING = """
            SELECT f.*, m.root FROM facts_at(:instant) f
            LEFT JOIN merged_exercises_at(:instant) m ON f.kind = 'exercise' AND m.id = f.id
            WHERE f.cited @> ARRAY[:document::text] AND f.cited <> '{}' AND (f.kind, f.id) > (:after_kind, :after_id)
            ORDER BY f.kind, f.id LIMIT :limit
            """;

    private static final ListSortKey CITING_KEY = new ListSortKey(List.of("kind", "id"), List.of("", ""));

    /**
     * The recorded state of a fact, as selected from table {@code fact}.
     *
     * @param lastChanged when this version of the fact was recorded (RFC 3339)
     */
    public record Known(
            String kind,
            String id,
            String streamId,
            JsonNode statement,
            List<Source> sources,
            Optional<JsonNode> dispute,
            Optional<Retraction> retracted,
            String lastChanged) {

        public static Known read(ResultRow row) throws SQLException {
            return new Known(
                    row.text("kind"),
                    row.text("id"),
                    row.text("stream_id"),
                    row.json("statement"),
                    row.sources("sources"),
                    row.optionalJson("dispute"),
                    row.optional("retracted", Retraction.class),
                    row.instant("recorded_from"));
        }

        public Known saying(JsonNode other) {
            return new Known(kind, id, streamId, other, sources, dispute, retracted, lastChanged);
        }
    }

    /**
     * A fact that cites a document.
     *
     * @param mergedInto the URL of the record that represents a merged record of an exercise
     */
    public record Citation(Known fact, Optional<String> mergedInto) {

        static Citation read(ResultRow row) throws SQLException {
            return new Citation(Known.read(row), row.optionalText("root").map(id -> FactPath.of("exercise", id)));
        }
    }

    /** The events of a fact, and the version of its stream. */
    public record History(List<FactRecording> recordings, String version) {

        public Optional<FactVerification> lastVerified() {
            return FactVerification.last(recordings);
        }
    }

    public Known require(String kind, String id) throws SQLException {
        return snapshot.first(NamedSql.of(ONE).with("kind", kind).with("id", id), Known::read)
                .orElseThrow(() -> Problem.notFound("Unknown %s '%s'".formatted(kind, id)));
    }

    /** A fact with all its events, and links to the instruments that it names. */
    public VersionedAnswer<FactDetail> detail(String kind, String id) throws SQLException {
        var fact = require(kind, id);
        var history = history(fact);
        var links = InstrumentLinks.ofFacts(snapshot, Stream.of(fact.statement()));
        var places = CitationPlaces.of(snapshot, List.of(fact));
        return new VersionedAnswer<>(FactDetail.of(fact, links, places, strengths(fact), history), history.version());
    }

    /** What each source reports about the strength of a participation. Empty for other facts. */
    private Optional<JsonNode> strengths(Known fact) throws SQLException {
        if (!fact.kind().equals("participation")) {
            return Optional.empty();
        }
        var query = NamedSql.of(STRENGTHS)
                .with("exercise", fact.statement().path("exercise").asText())
                .with("participation", FactPath.of(fact.kind(), fact.id()));
        return snapshot.first(query, row -> row.json("strengths"));
    }

    public History history(Known fact) throws SQLException {
        return history(fact.streamId(), Optional.of(fact.id()));
    }

    /**
     * One of the claims about a fact on which sources disagree. Throws a 404 problem if the fact has no claim with
     * this number.
     */
    public VersionedAnswer<ClaimItem> claim(String kind, String id, int number) throws SQLException {
        var fact = require(kind, id);
        var claims = ClaimItem.all(FactPath.of(kind, id), fact.dispute());
        var places = CitationPlaces.of(snapshot, List.of(fact));
        return new VersionedAnswer<>(
                ClaimItem.find(claims, number).placedBy(places), history(fact).version());
    }

    /** The events of a whole stream, and its version. */
    public History history(String streamId) throws SQLException {
        return history(streamId, Optional.empty());
    }

    private History history(String streamId, Optional<String> fact) throws SQLException {
        var recordings = snapshot.list(
                NamedSql.of(RECORDINGS).with("stream", streamId).withText("fact", fact), FactRecording::read);
        var version = snapshot.first(NamedSql.of(VERSION).with("stream", streamId), row -> row.number("version"));
        return new History(recordings, "%s@%d".formatted(streamId, version.orElse(0)));
    }

    public KeysetPage<Citation> citing(String document, PageRequest page) throws SQLException {
        return snapshot.page(NamedSql.of(CITING).with("document", document), CITING_KEY, page, Citation::read);
    }
}
