package org.depositary.imports.report;

import java.util.List;
import java.util.UUID;
import org.depositary.imports.http.ReportRequest;
import org.depositary.imports.job.ImportSql;

/** Reads the items of a report from the database. A service that imports files has one implementation. */
@FunctionalInterface
public interface ImportReportItems {

    /** Returns the items after the position in the request, in the order of their positions. */
    List<ImportReportPage.Item> read(ImportSql sql, UUID id, ReportRequest request, int limit);
}
