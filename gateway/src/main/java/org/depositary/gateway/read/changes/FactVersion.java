package org.depositary.gateway.read.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.facts.ClaimItem;
import org.depositary.vocabulary.sources.Source;

/**
 * A fact or a document as it was after a position in the log.
 *
 * @param statement what it says; for a document, its metadata
 * @param disputed whether it has claims on which sources disagree
 * @param changedAt when this version was recorded
 * @param firstRecordedAt when its first event was recorded
 */
public record FactVersion(
        FactKey key,
        JsonNode statement,
        List<Source> sources,
        boolean disputed,
        Instant changedAt,
        Optional<Instant> firstRecordedAt) {

    static FactVersion read(ResultRow row) throws SQLException {
        return new FactVersion(
                new FactKey(row.text("kind"), row.text("id")),
                row.json("statement"),
                row.sources("sources"),
                disputed(row),
                Instant.parse(row.instant("recorded_from")),
                row.optionalText("first_recorded_at").isEmpty()
                        ? Optional.empty()
                        : Optional.of(Instant.parse(row.instant("first_recorded_at"))));
    }

    private static boolean disputed(ResultRow row) throws SQLException {
        return ClaimItem.standing("", row.optionalJson("dispute")).isPresent();
    }
}
