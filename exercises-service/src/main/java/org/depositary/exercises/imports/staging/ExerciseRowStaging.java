package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.file.FileRow;
import org.depositary.imports.file.FileRowReader;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.file.LineNumbers;
import org.depositary.imports.job.FileRowCounts;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;

/** Validates the rows of a file and stores them in the database. Stores the outcome of a rejected row at once. */
public final class ExerciseRowStaging {

    private static final int MAX_STORED_TOGETHER = 1_000;
    private static final int MAX_ROWS = 100_000;
    /** The exercises of a batch are decided together in memory. */
    private static final int MAX_BATCH_CHARACTERS = 16 * 1024 * 1024;

    private final ImportJob job;
    private final ObjectMapper mapper;
    private final Connection connection;
    private final ExerciseFileOptions options;
    private final StagedExerciseStore store;
    private final List<StagedExercise> valid = new ArrayList<>();
    private final List<RejectedExerciseRow> rejected = new ArrayList<>();
    private final int[] batchCharacters = new int[ExerciseKey.batches()];
    private LineNumbers withoutKey = LineNumbers.NONE;
    private int rowCount;
    private int rejectedCount;

    public ExerciseRowStaging(ImportJob job, ExerciseFileOptions options, Connection connection, ObjectMapper mapper) {
        this.job = job;
        this.options = options;
        this.connection = connection;
        this.mapper = mapper;
        this.store = new StagedExerciseStore(new ImportSql(connection), mapper);
    }

    /**
     * Validates and stores all rows of a file.
     *
     * @throws Problem if the file is refused as a whole
     */
    public FileRowCounts stage(ImportFile file) throws IOException {
        var reader = new FileRowReader(file, new ExerciseFileColumns(options), mapper);
        var validator = new ExerciseRowValidator(options, mapper, connection);
        for (var row = reader.next(); row.isPresent(); row = reader.next()) {
            countRow(row.get());
            add(row.get(), validator);
            if (valid.size() + rejected.size() >= MAX_STORED_TOGETHER) {
                write();
            }
        }
        write();
        return new FileRowCounts(rowCount, rejectedCount, withoutKey);
    }

    private void countRow(FileRow row) {
        rowCount++;
        if (rowCount > MAX_ROWS) {
            throw tooLarge(row.line(), "a file can have at most %,d exercises".formatted(MAX_ROWS));
        }
    }

    private static Problem tooLarge(int line, String limit) {
        return Problem.invalid("", "Line %d: %s; nothing was stored".formatted(line, limit));
    }

    private void add(FileRow row, ExerciseRowValidator validator) {
        switch (row) {
            case FileRow.Unreadable(int line, String reason, var fields) ->
                reject(new RejectedExerciseRow(line, Optional.empty(), reason, ExerciseKey.of(fields, options)));
            case FileRow.Readable readable -> validate(readable, validator).ifPresent(this::addValid);
        }
    }

    /** Returns the valid row. If the row is invalid, stores its rejection and returns empty. */
    private Optional<StagedExercise> validate(FileRow.Readable row, ExerciseRowValidator validator) {
        try {
            return Optional.of(validator.validate(row));
        } catch (Problem problem) {
            if (problem.type().retryAfter().isPresent()) {
                // The problem lies in the service, so the row may be valid. After a rejection, the set would no longer
                // state its exercise. So the whole file is refused.
                throw Problem.of(problem.type(), "Line %d: %s".formatted(row.line(), problem.detail()));
            }
            reject(row, Optional.of(StatementColumns.of(problem)), StatementColumns.reason(problem));
        } catch (RowRejection invalid) {
            reject(row, Optional.of(invalid.column()), invalid.getMessage());
        } catch (IllegalArgumentException withoutSource) {
            reject(row, Optional.of("source"), withoutSource.getMessage());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Optional.empty();
    }

    private void addValid(StagedExercise row) {
        int batch = ExerciseKey.batch(row.key());
        batchCharacters[batch] += row.body().length();
        if (batchCharacters[batch] > MAX_BATCH_CHARACTERS) {
            throw tooLarge(row.line(), "the rows of this file are too long");
        }
        valid.add(row);
    }

    private void reject(FileRow.Readable row, Optional<String> column, String reason) {
        reject(new RejectedExerciseRow(row.line(), column, reason, key(row.fields())));
    }

    private Optional<String> key(ObjectNode fields) {
        return ExerciseKey.of(fields, options);
    }

    private void reject(RejectedExerciseRow row) {
        rejectedCount++;
        rejected.add(row);
        if (row.key().isEmpty()) {
            withoutKey = withoutKey.with(row.line());
        }
    }

    private void write() {
        store.insert(job.id(), valid);
        store.insertRejected(job.id(), rejected);
        valid.clear();
        rejected.clear();
    }
}
