package org.depositary.membership.imports.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.imports.report.ImportReportItems;
import org.depositary.imports.report.ImportReportPage;

@ApplicationScoped
class ImportReportReader implements ImportReportItems {

    static final String COLUMNS = "party";

    @Override
    public String columns() {
        return COLUMNS;
    }

    @Override
    public ImportReportPage.Item read(ResultSet row) throws SQLException {
        return new ImportReportPage.Item(
                Optional.ofNullable(row.getObject("line", Integer.class)),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("reason")),
                Optional.empty(),
                Optional.ofNullable(row.getString("unit")),
                Optional.ofNullable(row.getString("party")),
                Optional.empty(),
                Optional.ofNullable(row.getString("fact")).map("/api/membership-changes/"::concat),
                row.getBoolean("undone"),
                ImportReportPage.position(row));
    }
}
