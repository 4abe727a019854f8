package org.depositary.gateway.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.AsOfPoint;
import org.depositary.gateway.read.LanguagePreference;
import org.depositary.gateway.read.NewestRecording;
import org.depositary.gateway.read.ReadPosition;
import org.depositary.gateway.read.SnapshotReader;

/** Finds the point as of which an export is read. */
@ApplicationScoped
public class ExportPoints {

    /**
     * A point in the register.
     *
     * @param latest when the newest change up to this point was recorded; empty if there is none
     */
    public record Found(ReadPosition position, Optional<Instant> latest) {

        public AsOfPoint asOf() {
            return position.asOf();
        }
    }

    private final SnapshotReader snapshots;

    ExportPoints(SnapshotReader snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * The point that a parameter names, with a position. Its day is the given one. Otherwise it is the day of the point
     * itself and not today, so that the same point always gives the same export.
     *
     * @param position a cursor; empty for the newest position
     * @param recorded an instant; empty for everything up to the position
     */
    public Found find(
            Optional<Cursor> position, Optional<Instant> recorded, Optional<LocalDate> on, LanguagePreference languages)
            throws SQLException {
        var asked = new AsOfPoint(position, recorded, on.orElse(LocalDate.EPOCH), languages);
        return snapshots.read(asked, snapshot -> {
            var read = snapshot.position();
            var latest = NewestRecording.of(snapshot);
            var day = on.or(() -> recorded.or(() -> latest).map(ExportPoints::day))
                    .orElse(LocalDate.EPOCH);
            var asOf = new AsOfPoint(read.asOf().position(), recorded, day, languages);
            return new Found(new ReadPosition(asOf, read.resumption(), read.complete()), latest);
        });
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
