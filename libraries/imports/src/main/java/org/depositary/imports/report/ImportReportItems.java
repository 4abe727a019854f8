package org.depositary.imports.report;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes the items of a report from the table {@code import_outcome}. A service that imports files has one implementation. */
@FunctionalInterface
public interface ImportReportItems {

    /** @param row has all columns of {@code import_outcome}, and its place in the report for {@link ImportReportPage#position} */
    ImportReportPage.Item read(ResultSet row) throws SQLException;
}
