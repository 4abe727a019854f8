package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.depositary.exercises.imports.report.ExerciseOutcomeStore;
import org.depositary.exercises.imports.report.SourcedExerciseJson;
import org.depositary.imports.job.ImportSql;

/** Stores the valid and rejected rows of a file in the database until their batch is decided. */
public record StagedExerciseStore(ImportSql sql, ObjectMapper mapper) {

    /**
     * The rows of a batch, in the order in which they are in the file.
     *
     * @param rejectedLines the lines of rejected rows, by the key of their exercise
     */
    public record BatchRows(List<StagedExercise> valid, Map<String, List<Integer>> rejectedLines) {}

    void insert(UUID id, List<StagedExercise> rows) {
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rows (import, unit, line, exercise, body, status_given, warning)
                    SELECT ?, * FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::boolean[], ?::text[])
                    """,
                    id,
                    sql.texts(rows, row -> Optional.of(ExerciseKey.unit(row.key()))),
                    sql.numbers(rows, row -> Optional.of(row.line())),
                    sql.texts(rows, row -> Optional.of(row.key())),
                    sql.texts(rows, row -> Optional.of(row.body())),
                    sql.texts(rows, row -> Optional.of(String.valueOf(row.statusGiven()))),
                    sql.texts(rows, StagedExercise::warning));
        }
    }

    /** Inserts the outcomes of rejected rows, and the rows whose exercise can be identified. */
    void insertRejected(UUID id, List<RejectedExerciseRow> rejected) {
        new ExerciseOutcomeStore(sql, new SourcedExerciseJson(mapper))
                .insert(
                        id,
                        Optional.empty(),
                        rejected.stream().map(RejectedExerciseRow::outcome).toList());
        var rows = rejected.stream().filter(row -> row.key().isPresent()).toList();
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rejected_rows (import, unit, line, exercise)
                    SELECT ?, * FROM unnest(?::text[], ?::int[], ?::text[])
                    """,
                    id,
                    sql.texts(rows, row -> row.key().map(ExerciseKey::unit)),
                    sql.numbers(rows, row -> Optional.of(row.line())),
                    sql.texts(rows, RejectedExerciseRow::key));
        }
    }

    public BatchRows read(UUID id, String batch) {
        return new BatchRows(
                sql.list("""
                        SELECT line, exercise, body, status_given, warning FROM import_rows
                        WHERE import = ? AND unit = ? ORDER BY line
                        """, StagedExerciseStore::row, id, batch),
                rejected(sql.list(
                        "SELECT exercise, line FROM import_rejected_rows WHERE import = ? AND unit = ? ORDER BY line",
                        StagedExerciseStore::line,
                        id,
                        batch)));
    }

    /** Reads the rows of the batch and deletes them from the database. */
    public BatchRows take(UUID id, String batch) {
        var rows = read(id, batch);
        sql.update("DELETE FROM import_rows WHERE import = ? AND unit = ?", id, batch);
        sql.update("DELETE FROM import_rejected_rows WHERE import = ? AND unit = ?", id, batch);
        return rows;
    }

    private static StagedExercise row(ResultSet row) throws SQLException {
        return new StagedExercise(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                Optional.ofNullable(row.getString(5)));
    }

    private record RejectedLine(String key, int line) {}

    private static RejectedLine line(ResultSet row) throws SQLException {
        return new RejectedLine(row.getString(1), row.getInt(2));
    }

    private static Map<String, List<Integer>> rejected(List<RejectedLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        RejectedLine::key, Collectors.mapping(RejectedLine::line, Collectors.toList())));
    }
}
