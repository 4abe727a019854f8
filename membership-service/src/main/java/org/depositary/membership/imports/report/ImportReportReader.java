package org.depositary.membership.imports.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.http.ReportRequest;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.OutcomeKind;
import org.depositary.imports.job.ReportPosition;
import org.depositary.imports.report.ImportReportItems;
import org.depositary.imports.report.ImportReportPage;

@ApplicationScoped
class ImportReportReader implements ImportReportItems {

    @Override
    public List<ImportReportPage.Item> read(ImportSql sql, UUID id, ReportRequest request, int limit) {
        // The number 2147483647 puts outcomes without a line at the end. The expression must equal that of the index
        // import_outcome_in_order, so that PostgreSQL uses the index.
        return sql.list(
                """
                SELECT coalesce(line, 2147483647), id, line, outcome, reason, organization, party, fact, undone
                FROM import_outcome
                WHERE import = ? AND (coalesce(line, 2147483647), id) > (?, ?) AND outcome = coalesce(?, outcome)
                ORDER BY coalesce(line, 2147483647), id
                LIMIT ?
                """,
                ImportReportReader::item,
                id,
                request.after().line(),
                request.after().id(),
                request.outcome().map(OutcomeKind::json).orElse(null),
                limit);
    }

    private static ImportReportPage.Item item(ResultSet row) throws SQLException {
        return new ImportReportPage.Item(
                Optional.ofNullable(row.getObject(3, Integer.class)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                Optional.empty(),
                Optional.ofNullable(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                Optional.empty(),
                Optional.ofNullable(row.getString(8)).map("/api/membership-changes/"::concat),
                row.getBoolean(9),
                new ReportPosition(row.getInt(1), row.getLong(2)));
    }
}
