package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnits.Unit;
import org.depositary.membership.imports.report.SourcedChange;

/** Stores the valid and rejected rows of a file in the database until their organisation is decided. */
public record StagedRowStore(ImportSql sql, ObjectMapper mapper) {

    void insert(UUID id, List<StagedRow> rows) {
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rows (import, unit, name, last_year, lines, parties, years, bodies)
                    SELECT ?, organization, max(name), max(year),
                           array_agg(line), array_agg(party), array_agg(year), array_agg(body)
                    FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[])
                         AS r (line, organization, name, party, year, body)
                    GROUP BY organization
                    """,
                    id,
                    sql.numbers(rows, row -> Optional.of(row.line())),
                    sql.texts(rows, row -> Optional.of(row.organization())),
                    sql.texts(rows, StagedRow::name),
                    sql.texts(rows, row -> Optional.of(row.party())),
                    sql.numbers(rows, StagedRow::year),
                    sql.texts(rows, row -> Optional.of(row.body())));
        }
    }

    /** Inserts the rejected rows whose organisation can be read. */
    void insertRejected(UUID id, List<RejectedRow> rejected) {
        var rows =
                rejected.stream().filter(row -> row.organization().isPresent()).toList();
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rejected_rows (import, unit, lines, parties, names, years)
                    SELECT ?, organization, array_agg(line), array_agg(party), array_agg(name), array_agg(year)
                    FROM unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::smallint[])
                         AS r (line, organization, party, name, year)
                    GROUP BY organization
                    """,
                    id,
                    sql.numbers(rows, row -> Optional.of(row.line())),
                    sql.texts(rows, RejectedRow::organization),
                    sql.texts(rows, RejectedRow::party),
                    sql.texts(rows, RejectedRow::name),
                    sql.numbers(rows, RejectedRow::year));
        }
    }

    /** The rows of one organisation, in the order in which they are in the file. */
    public record UnitRows(List<StagedRow> valid, List<RejectedRow> rejected) {}

    public OrganizationUnit organization(UUID id, Unit unit) {
        return sql.first(
                        "SELECT max(name), max(last_year) FROM import_rows WHERE import = ? AND unit = ?",
                        row -> new OrganizationUnit(
                                unit.key(),
                                Optional.ofNullable(row.getString(1)),
                                Optional.ofNullable(row.getObject(2, Integer.class)),
                                unit.withoutUnit()),
                        id,
                        unit.key())
                .orElseThrow();
    }

    public UnitRows read(UUID id, OrganizationUnit unit) {
        var valid = sql.list("""
                SELECT line, party, year, body
                FROM import_rows, unnest(lines, parties, years, bodies) AS r (line, party, year, body)
                WHERE import = ? AND unit = ?
                ORDER BY line
                """, row -> validRow(unit, row), id, unit.organization());
        var rejected = sql.list("""
                SELECT line, party, name, year
                FROM import_rejected_rows, unnest(lines, parties, names, years) AS r (line, party, name, year)
                WHERE import = ? AND unit = ?
                ORDER BY line
                """, row -> rejectedRow(unit, row), id, unit.organization());
        return new UnitRows(valid, rejected);
    }

    /** Reads the rows of the organisation and deletes them from the database. */
    public UnitRows take(UUID id, OrganizationUnit unit) {
        var valid = sql.list("""
                WITH deleted AS (
                    DELETE FROM import_rows WHERE import = ? AND unit = ?
                    RETURNING lines, parties, years, bodies)
                SELECT line, party, year, body
                FROM deleted, unnest(lines, parties, years, bodies) AS r (line, party, year, body)
                ORDER BY line
                """, row -> validRow(unit, row), id, unit.organization());
        var rejected = sql.list("""
                WITH deleted AS (
                    DELETE FROM import_rejected_rows WHERE import = ? AND unit = ?
                    RETURNING lines, parties, names, years)
                SELECT line, party, name, year
                FROM deleted, unnest(lines, parties, names, years) AS r (line, party, name, year)
                ORDER BY line
                """, row -> rejectedRow(unit, row), id, unit.organization());
        return new UnitRows(valid, rejected);
    }

    private static StagedRow validRow(OrganizationUnit unit, ResultSet row) throws SQLException {
        return new StagedRow(
                row.getInt(1),
                unit.organization(),
                unit.name(),
                row.getString(2),
                Optional.ofNullable(row.getObject(3, Integer.class)),
                row.getString(4));
    }

    private static RejectedRow rejectedRow(OrganizationUnit unit, ResultSet row) throws SQLException {
        return new RejectedRow(
                row.getInt(1),
                "",
                Optional.of(unit.organization()),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getObject(4, Integer.class)));
    }

    public SourcedChange parseChange(StagedRow row) {
        return parseBody(row, SourcedChange.class);
    }

    public StagedStateYear parseYear(StagedRow row) {
        return parseBody(row, StagedStateYear.class);
    }

    private <T> T parseBody(StagedRow row, Class<T> type) {
        try {
            return mapper.readValue(row.body(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot parse the staged row of line " + row.line(), impossible);
        }
    }
}
