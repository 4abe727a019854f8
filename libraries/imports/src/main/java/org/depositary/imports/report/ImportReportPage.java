package org.depositary.imports.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.depositary.imports.job.ReportPosition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of an import's report. */
@Schema(
        name = "ImportReport",
        requiredProperties = {"items"})
public record ImportReportPage(
        List<Item> items,

        @Schema(description = "Page token for `after`. Absent on the last page.")
        Optional<String> next) {

    /** Returns the position of a row of {@link StoredOutcomes#after}. */
    public static ReportPosition position(ResultSet row) throws SQLException {
        return new ReportPosition(row.getInt("place"), row.getLong("id"));
    }

    /** @param items the items of the page, and one more if another page follows */
    static ImportReportPage of(List<Item> items, int limit) {
        if (items.size() <= limit) {
            return new ImportReportPage(items, Optional.empty());
        }
        var page = items.subList(0, limit);
        return new ImportReportPage(page, Optional.of(page.getLast().position().toString()));
    }

    /**
     * One entry of the report: the outcome of a change or of a rejected row. A service leaves out the fields that its
     * kind of row does not have.
     */
    @Schema(
            name = "ImportOutcome",
            requiredProperties = {"outcome", "undone"})
    public record Item(
            @Schema(description = "Line in the file, from 1. Absent for a fact that is no longer in the file.")
            Optional<Integer> line,

            @Schema(enumeration = {"accepted", "known", "corrected", "retracted", "kept", "rejected"})
            String outcome,

            Optional<String> reason,

            @Schema(description = "The column with the error. Only for exercises.")
            Optional<String> column,

            @Schema(description = "The organisation of a membership")
            Optional<String> organization,

            @Schema(description = "The party of a membership")
            Optional<String> party,

            @Schema(description = "The id of the exercise in its set, or its name and start if the file has no ids")
            Optional<String> record,

            @Schema(description = "The address of the fact") Optional<String> fact,

            @Schema(description = "Whether an undo of the import reversed this outcome")
            boolean undone,

            @JsonIgnore ReportPosition position) {}
}
