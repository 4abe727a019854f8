package org.depositary.gateway.read.exercises;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.EffectivePeriod;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.facts.FactPath;

/** Reads the place of an exercise in its series, for example {@code Peace Mission}. */
record SeriesReads(Snapshot snapshot) {

    /** An exercise and those before and after it. The names of the series are compared as the filter of lists does. */
    private static final String NEAR = """
            WITH series AS MATERIALIZED (
                SELECT e.id, row_number() OVER (ORDER BY e.start_earliest, e.start_latest, e.id) AS edition
                FROM standing_exercises_at(:instant) e WHERE lower(e.series) = lower(:series)
            )
            SELECT near.edition, e.id, e.name, e.statement -> 'dates' AS dates
            FROM series own
            JOIN series near ON near.edition BETWEEN own.edition - 1 AND own.edition + 1
            JOIN exercises_at(:instant) e ON e.id = near.id
            WHERE own.id = :id
            """;

    private record Edition(int number, SeriesNeighbour exercise) {}

    SeriesPlace of(String exercise, Optional<String> series) throws SQLException {
        return series.isEmpty() ? SeriesPlace.NONE : of(exercise, series.get());
    }

    private SeriesPlace of(String exercise, String series) throws SQLException {
        var sql = NamedSql.of(NEAR).with("id", exercise).with("series", series);
        var near = snapshot.list(sql, row -> edition(row, series));
        var number = near.stream()
                .filter(one -> one.exercise().id().equals(exercise))
                .map(Edition::number)
                .findFirst();
        return new SeriesPlace(
                number, number.flatMap(own -> numbered(near, own - 1)), number.flatMap(own -> numbered(near, own + 1)));
    }

    private static Optional<SeriesNeighbour> numbered(List<Edition> near, int number) {
        return near.stream()
                .filter(one -> one.number() == number)
                .map(Edition::exercise)
                .findFirst();
    }

    private static Edition edition(ResultRow row, String series) throws SQLException {
        var id = row.text("id");
        var dates = row.optional("dates", EffectivePeriod.class);
        var label = row.optionalText("name")
                .orElseGet(() -> Stream.concat(Stream.of(series), dates.map(EffectivePeriod::edtf).stream())
                        .collect(Collectors.joining(", ")));
        return new Edition(row.number("edition"), new SeriesNeighbour(id, FactPath.of("exercise", id), label, dates));
    }
}
