package org.depositary.membership.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;

/** Puts the rows of a file where the worker finds them, a few thousand at a time; rows that are no good are told. */
final class Staging {

    private static final int AT_A_TIME = 4_000;

    /** How many rows a file had, and how many of them were no good. */
    record Counts(int rows, int rejected) {}

    private final Import asked;
    private final Connection connection;
    private final ObjectMapper mapper;
    private final List<StagedRow> rows = new ArrayList<>();
    private final List<Outcome> rejected = new ArrayList<>();
    private int rowCount;
    private int rejectedCount;

    Staging(Import asked, Connection connection, ObjectMapper mapper) {
        this.asked = asked;
        this.connection = connection;
        this.mapper = mapper;
    }

    Counts stage(InputStream file) throws IOException {
        var read = new FileRows(file, asked.format(), mapper);
        var canonical = new Canonical(asked.format(), mapper, connection);
        for (var row = read.next(); row.isPresent(); row = read.next()) {
            rowCount++;
            take(row.get(), canonical);
            if (rows.size() >= AT_A_TIME || rejected.size() >= AT_A_TIME) {
                flush();
            }
        }
        flush();
        return new Counts(rowCount, rejectedCount);
    }

    private void take(FileRow row, Canonical canonical) {
        switch (row) {
            case FileRow.Unreadable(int line, String reason) -> reject(line, reason);
            case FileRow.Readable readable -> {
                try {
                    rows.add(canonical.row(readable));
                } catch (Problem problem) {
                    reject(row.line(), problem.detail().replace("#/", "").replace("#: ", ""));
                } catch (IllegalArgumentException flaw) {
                    reject(row.line(), flaw.getMessage());
                } catch (JsonProcessingException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    private void reject(int line, String reason) {
        rejectedCount++;
        rejected.add(Outcome.rejected(line, reason));
    }

    private void flush() {
        var sql = new Sql(connection);
        insert(sql, asked.id());
        new Outcomes(sql, mapper).add(asked.id(), rejected);
        rows.clear();
        rejected.clear();
    }

    private void insert(Sql sql, UUID id) {
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_row (import, line, organization, name, party, year, body)
                    SELECT ?, * FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[])
                    """,
                    id,
                    sql.array("int4", rows, StagedRow::line),
                    sql.array("text", rows, StagedRow::organization),
                    sql.array("text", rows, row -> row.name().orElse(null)),
                    sql.array("text", rows, StagedRow::party),
                    sql.array("int2", rows, row -> row.year()
                            .map(Integer::shortValue)
                            .orElse(null)),
                    sql.array("text", rows, StagedRow::body));
        }
    }
}
