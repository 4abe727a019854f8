package org.depositary.membership.imports;

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

/** Puts the rows of a file where the worker finds them, some thousand at a time; rows that are no good are told. */
final class Staging {

    private static final int AT_A_TIME = 5_000;
    /** So many characters, however few rows they are: a row may have a hundred sources. */
    private static final int MOST_AT_A_TIME = 4 * 1024 * 1024;

    /** How many rows a file had, and how many of them were no good. */
    record Counts(int rows, int rejected) {}

    private final Import asked;
    private final Connection connection;
    private final ObjectMapper mapper;
    private final Room room = new Room();
    private final List<StagedRow> rows = new ArrayList<>();
    private final List<Outcome> rejected = new ArrayList<>();
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
    private int characters;
    private int rowCount;
    private int rejectedCount;

    Staging(Import asked, Connection connection, ObjectMapper mapper) {
        this.asked = asked;
        this.connection = connection;
        this.mapper = mapper;
    }

    /**
     * @param said what the sender says that the file is
     * @throws Problem when the file cannot be taken as a whole
     */
    Counts stage(InputStream file, Optional<Syntax> said) throws IOException {
        var read = new FileRows(file, asked.format(), said, mapper);
        var canonical = new Canonical(asked.format(), mapper, connection);
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
        room.check(asked.id(), new Sql(connection));
        return new Counts(rowCount, rejectedCount);
    }

    private void take(FileRow row, Canonical canonical) {
        switch (row) {
            case FileRow.Unreadable(int line, String reason) -> reject(line, reason);
            // Whether there is room is no question of this row: outside, since it refuses the file.
            case FileRow.Readable readable -> staged(readable, canonical).ifPresent(this::take);
        }
    }

    /** Empty when the row is no good, which is reported. */
    private Optional<StagedRow> staged(FileRow.Readable row, Canonical canonical) {
        try {
            return Optional.of(canonical.row(row));
        } catch (Problem problem) {
            if (problem.type().retryAfter().isPresent()) {
                // Nothing is wrong with the row. Were it left out, the set would not say so any more.
                throw Problem.of(problem.type(), "Line %d: %s".formatted(row.line(), problem.detail()));
            }
            reject(row.line(), problem.detail().replace("#/", "").replace("#: ", ""));
        } catch (IllegalArgumentException flaw) {
            reject(row.line(), flaw.getMessage());
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

    private void reject(int line, String reason) {
        rejectedCount++;
        rejected.add(Outcome.rejected(line, reason));
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

    private void write(List<StagedRow> good, List<Outcome> bad) {
        var sql = new Sql(connection);
        insert(sql, good);
        new Outcomes(sql, mapper).add(asked.id(), bad);
    }

    private void insert(Sql sql, List<StagedRow> good) {
        if (!good.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rows (import, organization, name, last_year, lines, parties, years, bodies)
                    SELECT ?, organization, max(name), max(year),
                           array_agg(line), array_agg(party), array_agg(year), array_agg(body)
                    FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[])
                         AS r (line, organization, name, party, year, body)
                    GROUP BY organization
                    """,
                    asked.id(),
                    sql.numbers(good, row -> Optional.of(row.line())),
                    sql.texts(good, row -> Optional.of(row.organization())),
                    sql.texts(good, StagedRow::name),
                    sql.texts(good, row -> Optional.of(row.party())),
                    sql.numbers(good, StagedRow::year),
                    sql.texts(good, row -> Optional.of(row.body())));
        }
    }
}
