package org.depositary.imports.report;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes the items of a report from the table {@code import_outcome}. A service that imports files has one implementation. */
public interface ImportReportItems {

    /** The columns of {@code import_outcome} that only this service has, as in SQL. */
    String columns();

    /** @param row has these columns, the common ones, and what {@link ImportReportPage#position} reads */
    ImportReportPage.Item read(ResultSet row) throws SQLException;
}
