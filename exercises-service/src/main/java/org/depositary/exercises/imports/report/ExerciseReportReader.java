package org.depositary.exercises.imports.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.imports.report.ImportReportItems;
import org.depositary.imports.report.ImportReportPage;

@ApplicationScoped
class ExerciseReportReader implements ImportReportItems {

    static final String COLUMNS = "file_column, exercise";

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
                Optional.ofNullable(row.getString("file_column")),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(row.getString("exercise")),
                Optional.ofNullable(row.getString("fact")).map("/api/exercises/"::concat),
                row.getBoolean("undone"),
                ImportReportPage.position(row));
    }
}
