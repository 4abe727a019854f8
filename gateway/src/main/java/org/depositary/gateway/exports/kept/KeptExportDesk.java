package org.depositary.gateway.exports.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.exports.ExportKinds;
import org.depositary.gateway.exports.ExportLicense;
import org.depositary.gateway.exports.ExportPoints;
import org.depositary.gateway.exports.PointInRegister;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.web.tags.ContentHash;

/** Checks requests for kept exports and stores them. */
@ApplicationScoped
class KeptExportDesk {

    private static final int LONGEST_KEY = 200;

    private final ExportKinds kinds;
    private final ExportPoints points;
    private final ExportLicense license;
    private final KeptExportTable table;
    private final KeptExportLoop loop;

    KeptExportDesk(
            ExportKinds kinds, ExportPoints points, ExportLicense license, KeptExportTable table, KeptExportLoop loop) {
        this.kinds = kinds;
        this.points = points;
        this.license = license;
        this.table = table;
        this.loop = loop;
    }

    KeptExportTable.Stored request(NewKeptExport asked, String caller, Optional<String> key) throws SQLException {
        if (asked == null) {
            throw Problem.invalid("", "a body is required");
        }
        var stored = table.store(checked(asked, caller, key));
        loop.wake();
        return stored;
    }

    private KeptExportRequest checked(NewKeptExport asked, String caller, Optional<String> key) throws SQLException {
        var title = asked.checkedTitle();
        requireKnown(asked);
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            throw Problem.invalid("", "Idempotency-Key must have 1 to %d characters".formatted(LONGEST_KEY));
        }
        var point = asked.knownAt().map(KeptExportDesk::point).orElse(PointInRegister.NEWEST);
        var found = points.find(point.position(), point.recorded(), Optional.empty(), LanguagePreference.ENGLISH);
        return new KeptExportRequest(
                asked.of(),
                asked.format(),
                title,
                point.recorded().or(found::latest).orElse(Instant.EPOCH),
                found.asOf().day(),
                found.asOf().position().orElseThrow().toString(),
                license.address(),
                caller,
                key,
                ContentHash.of(asked.toString()));
    }

    private void requireKnown(NewKeptExport asked) {
        if (asked.of() == null || kinds.named(asked.of()).isEmpty()) {
            throw Problem.invalid("of", "must be one of: " + String.join(", ", kinds.names()));
        }
        if (asked.format() == null || ExportFormat.named(asked.format()).isEmpty()) {
            throw Problem.invalid("format", "must be one of: " + ExportFormat.names());
        }
    }

    /** A point that later changes: what will be recorded until then is not known yet. */
    private static PointInRegister point(String text) {
        var point = parse(text);
        if (point.recorded().filter(Instant.now(Clock.systemUTC())::isBefore).isPresent()) {
            throw Problem.invalid("known-at", "is in the future. Use an instant that has passed");
        }
        return point;
    }

    private static PointInRegister parse(String text) {
        try {
            return PointInRegister.parse("known-at", text);
        } catch (Problem malformed) {
            throw Problem.invalid("known-at", malformed.detail());
        }
    }
}
