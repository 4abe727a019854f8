package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.file.FileRow;
import org.depositary.imports.file.FileRowReader;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.file.LineNumbers;
import org.depositary.imports.job.FileRowCounts;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.rows.PartyResolver;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.ImportOutcomeStore;

/**
 * Validates the rows of a file and stores them in the database in batches. Stores the outcome of a rejected row at
 * once.
 */
public final class ImportRowStaging {

    private static final int MAX_BATCH_ROWS = 5_000;
    /**
     * The maximum number of characters in a batch. It limits the memory for long rows, because a row can have a
     * hundred sources.
     */
    private static final int MAX_BATCH_CHARACTERS = 4 * 1024 * 1024;

    private final ImportJob job;
    private final Connection connection;
    private final ObjectMapper mapper;
    private final ImportLimits limits = new ImportLimits();
    private final List<StagedRow> valid = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final PartyResolver parties = new PartyResolver();
    private final RejectedRowReader rejectedRows;
    private LineNumbers withoutOrganization = LineNumbers.NONE;
    private CompletableFuture<Void> lastWrite = CompletableFuture.completedFuture(null);
    private int batchCharacters;
    private int rowCount;
    private int rejectedCount;

    public ImportRowStaging(ImportJob job, Connection connection, ObjectMapper mapper) {
        this.job = job;
        this.connection = connection;
        this.mapper = mapper;
        this.rejectedRows = new RejectedRowReader(ImportRowKind.of(job), parties);
    }

    /**
     * Validates and stores all rows of a file.
     *
     * @throws Problem if the file is refused as a whole
     */
    public FileRowCounts stage(ImportFile file) throws IOException {
        var reader = new FileRowReader(file, new MembershipFileColumns(ImportRowKind.of(job)), mapper);
        var validator = new RowValidator(ImportRowKind.of(job), mapper, parties, connection);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                rowCount++;
                add(row.get(), validator);
                if (valid.size() + rejected.size() >= MAX_BATCH_ROWS || batchCharacters >= MAX_BATCH_CHARACTERS) {
                    writeBatch(executor);
                }
            }
            writeBatch(executor);
            awaitLastWrite();
        }
        limits.checkMemberships(job.id(), new ImportSql(connection));
        return new FileRowCounts(rowCount, rejectedCount, withoutOrganization);
    }

    private void add(FileRow row, RowValidator validator) {
        switch (row) {
            case FileRow.Unreadable(int line, String reason, var fields) ->
                reject(line, reason, new RowSubjectFields(fields, ImportRowKind.of(job)));
            // The limits are checked here and not in validate(), because exceeding one refuses the whole file and not
            // only the row.
            case FileRow.Readable readable -> validate(readable, validator).ifPresent(this::addValid);
        }
    }

    /** Returns the valid row in canonical form. If the row is invalid, stores its rejection and returns empty. */
    private Optional<StagedRow> validate(FileRow.Readable row, RowValidator validator) {
        var key = new RowSubjectFields(row.fields(), ImportRowKind.of(job));
        try {
            return Optional.of(validator.validate(row));
        } catch (Problem problem) {
            if (problem.type().retryAfter().isPresent()) {
                // The problem lies in the service, so the row may be valid. The whole file is refused, because after
                // a rejection of the row the set would no longer state its change.
                throw Problem.of(problem.type(), "Line %d: %s".formatted(row.line(), problem.detail()));
            }
            reject(row.line(), problem.detail().replace("#/", "").replace("#: ", ""), key);
        } catch (IllegalArgumentException invalid) {
            reject(row.line(), invalid.getMessage(), key);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Optional.empty();
    }

    private void addValid(StagedRow row) {
        limits.add(row);
        batchCharacters += row.body().length();
        valid.add(row);
    }

    private void reject(int line, String reason, RowSubjectFields key) {
        var row = rejectedRows.read(line, reason, key);
        limits.add(row);
        rejectedCount++;
        rejected.add(row);
        if (row.organization().isEmpty()) {
            withoutOrganization = withoutOrganization.with(line);
        }
    }

    /** Writes the batch to the database in the background, while the next batch is validated. */
    private void writeBatch(Executor executor) {
        awaitLastWrite();
        var validBatch = List.copyOf(valid);
        var rejectedBatch = List.copyOf(rejected);
        valid.clear();
        rejected.clear();
        batchCharacters = 0;
        lastWrite = CompletableFuture.runAsync(() -> write(validBatch, rejectedBatch), executor);
    }

    private void awaitLastWrite() {
        try {
            lastWrite.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException runtime ? runtime : failure;
        }
    }

    private void write(List<StagedRow> validBatch, List<RejectedRow> rejectedBatch) {
        var sql = new ImportSql(connection);
        var rows = new StagedRowStore(sql, mapper);
        rows.insert(job.id(), validBatch);
        rows.insertRejected(job.id(), rejectedBatch);
        List<ImportOutcome> outcomes =
                rejectedBatch.stream().map(RejectedRow::outcome).toList();
        new ImportOutcomeStore(sql, mapper).insert(job.id(), outcomes);
    }
}
