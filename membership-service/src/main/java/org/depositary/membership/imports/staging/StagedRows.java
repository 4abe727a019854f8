package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.membership.imports.job.ImportSql;
import org.depositary.membership.imports.job.ImportUnits;
import org.depositary.membership.imports.report.SourcedChange;

/** The rows of a file between staging and decision. */
public record StagedRows(ImportSql sql, ObjectMapper mapper) {

    void add(UUID id, List<StagedRow> rows) {
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rows (import, organization, name, last_year, lines, parties, years, bodies)
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

    /** Adds those of the rejected rows whose organisation can be read. */
    void addRejected(UUID id, List<RejectedRow> rejected) {
        var rows =
                rejected.stream().filter(row -> row.organization().isPresent()).toList();
        if (!rows.isEmpty()) {
            sql.update(
                    """
                    INSERT INTO import_rejected_rows (import, organization, lines, parties, names, years)
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

    /** What a file has of one organisation, in the order of the file. */
    public record OfUnit(List<StagedRow> rows, List<RejectedRow> rejected) {}

    OfUnit read(UUID id, ImportUnits.Unit unit) {
        return new OfUnit(rows(id, unit, """
                    SELECT lines, parties, years, bodies FROM import_rows WHERE import = ? AND organization = ?
                    """), rejected(id, unit, """
                    SELECT lines, parties, names, years FROM import_rejected_rows WHERE import = ? AND organization = ?
                    """));
    }

    /** Takes the unit's rows away: whoever commits this has decided them. */
    OfUnit take(UUID id, ImportUnits.Unit unit) {
        return new OfUnit(rows(id, unit, """
                    DELETE FROM import_rows WHERE import = ? AND organization = ?
                    RETURNING lines, parties, years, bodies
                    """), rejected(id, unit, """
                    DELETE FROM import_rejected_rows WHERE import = ? AND organization = ?
                    RETURNING lines, parties, names, years
                    """));
    }

    private List<StagedRow> rows(UUID id, ImportUnits.Unit unit, String arrays) {
        return sql.list(
                """
                WITH stored AS (%s)
                SELECT line, party, year, body
                FROM stored, unnest(lines, parties, years, bodies) AS r (line, party, year, body)
                ORDER BY line
                """.formatted(arrays),
                row -> new StagedRow(
                        row.getInt(1),
                        unit.organization(),
                        unit.name(),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, Integer.class)),
                        row.getString(4)),
                id,
                unit.organization());
    }

    private List<RejectedRow> rejected(UUID id, ImportUnits.Unit unit, String arrays) {
        return sql.list(
                """
                WITH stored AS (%s)
                SELECT line, party, name, year
                FROM stored, unnest(lines, parties, names, years) AS r (line, party, name, year)
                ORDER BY line
                """.formatted(arrays),
                row -> new RejectedRow(
                        row.getInt(1),
                        "",
                        Optional.of(unit.organization()),
                        Optional.ofNullable(row.getString(2)),
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getObject(4, Integer.class))),
                id,
                unit.organization());
    }

    public SourcedChange statement(StagedRow row) {
        return read(row, SourcedChange.class);
    }

    public StagedYear year(StagedRow row) {
        return read(row, StagedYear.class);
    }

    private <T> T read(StagedRow row, Class<T> type) {
        try {
            return mapper.readValue(row.body(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot read what was staged", impossible);
        }
    }
}
