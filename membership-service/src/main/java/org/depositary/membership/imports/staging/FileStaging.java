package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.depositary.eventsourcing.Problem;
import org.depositary.membership.imports.file.FileRow;
import org.depositary.membership.imports.file.FileRowReader;
import org.depositary.membership.imports.file.FileSyntax;
import org.depositary.membership.imports.file.LineNumbers;
import org.depositary.membership.imports.job.ImportJob;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomes;

/** Puts the rows of a file where the worker finds them, some thousand at a time; rejected rows are reported at once. */
public final class FileStaging {

    private static final int AT_A_TIME = 5_000;
    /** So many characters, however few rows they are: a row may have a hundred sources. */
    private static final int MOST_AT_A_TIME = 4 * 1024 * 1024;

    /**
     * What a file had.
     *
     * @param unreadable those of the rejected rows whose organisation cannot be read
     */
    public record Counts(int rows, int rejected, LineNumbers unreadable) {}

    private final ImportJob asked;
    private final Connection connection;
    private final ObjectMapper mapper;
    private final ImportLimits room = new ImportLimits();
    private final List<StagedRow> rows = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final PartyResolver parties = new PartyResolver();
    private final RejectedRowReader rejectedRows;
    private LineNumbers unreadable = LineNumbers.NONE;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private int characters;
    private int rowCount;
    private int rejectedCount;

    public FileStaging(ImportJob asked, Connection connection, ObjectMapper mapper) {
        this.asked = asked;
        this.connection = connection;
        this.mapper = mapper;
        this.rejectedRows = new RejectedRowReader(asked.format(), parties);
    }

    /**
     * @param said what the sender says that the file is
     * @throws Problem when the file cannot be taken as a whole
     */
    public Counts stage(InputStream file, Optional<FileSyntax> said) throws IOException {
        var read = new FileRowReader(file, asked.format(), said, mapper);
        var canonical = new RowValidator(asked.format(), mapper, parties, connection);
        try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var row = read.next(); row.isPresent(); row = read.next()) {
                rowCount++;
                take(row.get(), canonical);
                if (rows.size() + rejected.size() >= AT_A_TIME || characters >= MOST_AT_A_TIME) {
                    flush(writer);
                }
            }
            flush(writer);
            awaitWritten();
        }
        room.check(asked.id(), new ImportSql(connection));
        return new Counts(rowCount, rejectedCount, unreadable);
    }

    private void take(FileRow row, RowValidator canonical) {
        switch (row) {
            case FileRow.Unreadable(int line, String reason, var fields) ->
                reject(line, reason, new RowKey(fields, asked.format()));
            // Whether there is room is no question of this row: outside, since it refuses the file.
            case FileRow.Readable readable -> staged(readable, canonical).ifPresent(this::take);
        }
    }

    /** Empty when the row is no good, which is reported. */
    private Optional<StagedRow> staged(FileRow.Readable row, RowValidator canonical) {
        var key = new RowKey(row.fields(), asked.format());
        try {
            return Optional.of(canonical.row(row));
        } catch (Problem problem) {
            if (problem.type().retryAfter().isPresent()) {
                // Nothing is wrong with the row. Were it left out, the set would not say so any more.
                throw Problem.of(problem.type(), "Line %d: %s".formatted(row.line(), problem.detail()));
            }
            reject(row.line(), problem.detail().replace("#/", "").replace("#: ", ""), key);
        } catch (IllegalArgumentException flaw) {
            reject(row.line(), flaw.getMessage(), key);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Optional.empty();
    }

    private void take(StagedRow row) {
        room.take(row);
        characters += row.body().length();
        rows.add(row);
    }

    private void reject(int line, String reason, RowKey key) {
        var row = rejectedRows.read(line, reason, key);
        room.take(row);
        rejectedCount++;
        rejected.add(row);
        if (row.organization().isEmpty()) {
            unreadable = unreadable.with(line);
        }
    }

    /** The database takes one batch while the next one is read. */
    private void flush(Executor writer) {
        awaitWritten();
        var good = List.copyOf(rows);
        var bad = List.copyOf(rejected);
        rows.clear();
        rejected.clear();
        characters = 0;
        written = CompletableFuture.runAsync(() -> write(good, bad), writer);
    }

    private void awaitWritten() {
        try {
            written.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException runtime ? runtime : failure;
        }
    }

    private void write(List<StagedRow> good, List<RejectedRow> bad) {
        var sql = new ImportSql(connection);
        var staged = new StagedRows(sql, mapper);
        staged.add(asked.id(), good);
        staged.addRejected(asked.id(), bad);
        new ImportOutcomes(sql, mapper)
                .add(asked.id(), bad.stream().map(ImportOutcome::rejected).toList());
    }
}
