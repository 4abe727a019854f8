package org.depositary.gateway.exports;

import java.util.Iterator;
import java.util.Optional;
import org.depositary.gateway.exports.formats.ExportDescription;
import org.depositary.gateway.exports.formats.ExportFormat;
import org.depositary.gateway.exports.formats.ExportRow;
import org.depositary.gateway.read.AsOfPoint;

/**
 * One export: what it contains, and how it is described.
 *
 * @param asOf has a position in the log
 * @param since for a delta: the point of the earlier export; has a position in the log
 * @param hasEndLine whether CSV ends with a line that has the number of rows
 */
public record Export(
        ExportKind kind,
        ExportFormat format,
        AsOfPoint asOf,
        Optional<AsOfPoint> since,
        boolean hasEndLine,
        ExportDescription description) {

    Iterator<ExportRow> rows() {
        return since.map(before -> kind.source().differences(before, asOf))
                .orElseGet(() -> kind.source().rows(asOf));
    }

    /** The name of the file, for example {@code memberships.csv}. */
    public String file() {
        return kind.name() + (since.isPresent() ? "-delta." : ".") + format.extension();
    }
}
