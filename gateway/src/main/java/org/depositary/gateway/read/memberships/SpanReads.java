package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.facts.FactItem;
import org.depositary.gateway.read.facts.FactReads;

/** Reads single spans by the ids of the membership changes that began them. */
public record SpanReads(Snapshot snapshot) {

    private static final String CHANGE = "membership-change";

    /**
     * Selects the version that holds at the point of the read. If the register no longer states the span, selects its last
     * version, because the URL of a span answers for ever. A correction can turn a status into a candidacy.
     */
    private static final String LAST_VERSION = """
            SELECT s.organization, s.party, s.aspect, s.status, s.opened, s.closed,
                   s.start_edtf, s.start_earliest, s.start_latest, s.start_uncertain,
                   s.end_edtf, s.end_earliest, s.end_latest, s.end_uncertain,
                   d.edtf, d.earliest, d.latest, d.uncertain, coalesce(d.after_party, false),
                   s.founding, s.disputed, s.sources, s.stated, s.recorded_from, s.recorded_to
            FROM (
                SELECT *, seq_to > (SELECT current_setting('depositary.seq')::bigint) OR recorded_to > :instant AS stated
                FROM span
                WHERE organization = :organization AND party = :party AND opened = :change
                AND seq_from <= (SELECT current_setting('depositary.seq')::bigint) AND recorded_from <= :instant
                ORDER BY stated DESC, seq_from DESC LIMIT 1
            ) s
            LEFT JOIN LATERAL dissolution_of_span(s.organization, s.party, s.start_earliest, :instant) d ON true
            """;

    /**
     * A version of a span, as selected from table {@code span}.
     *
     * @param recordedFrom when it was recorded (RFC 3339)
     * @param recordedUntil when the register stopped stating it; empty while it states it
     */
    public record Version(TimelineReads.Known span, String recordedFrom, Optional<String> recordedUntil) {

        static Version read(ResultRow row, SetCoverages coverages) throws SQLException {
            return new Version(
                    TimelineReads.known(row, coverages),
                    row.instant("recorded_from"),
                    row.flag("stated") ? Optional.empty() : Optional.of(row.instant("recorded_to")));
        }
    }

    /** Throws a 404 problem if the change is unknown, or has never begun a span. */
    public VersionedAnswer<SpanDetail> detail(String change) throws SQLException {
        var facts = new FactReads(snapshot);
        var opening = facts.require(CHANGE, change);
        var said = opening.statement();
        var version = version(
                        said.path("organization").asText(), said.path("party").asText(), change)
                .orElseThrow(() -> Problem.notFound(
                        "%s began no status or candidacy: it only ended one, or was never part of a timeline"
                                .formatted(MembershipSpan.changeUrl(change))));
        var history = facts.history(opening);
        var detail = new SpanDetail(
                change,
                version.span().span().url(),
                new TimelineReads(snapshot).item(version.span()),
                FactItem.of(opening).holds(),
                opening.retracted(),
                version.recordedUntil(),
                version.recordedUntil().orElse(version.recordedFrom()),
                history.lastVerified());
        return new VersionedAnswer<>(detail, history.version());
    }

    /** The span as an item of a timeline. Throws a 404 problem also if the register no longer states it. */
    public TimelineItem stated(String change) throws SQLException {
        var span = detail(change).answer();
        if (span.recordedUntil().isPresent()) {
            throw Problem.notFound("The register does not state this span since %s. Its last values are at %s"
                    .formatted(span.recordedUntil().get(), span.url()));
        }
        return span.item();
    }

    /** The last version of a span that was stated at the point of the read or before. */
    public Optional<Version> version(String organization, String party, String change) throws SQLException {
        var one = NamedSql.of(LAST_VERSION)
                .with("organization", organization)
                .with("party", party)
                .with("change", change);
        return snapshot.together(SetCoverages.statement().then(one), results -> {
            var coverages = SetCoverages.read(results);
            return results.next(row -> Version.read(row, coverages)).stream().findFirst();
        });
    }
}
