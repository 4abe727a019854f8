package org.depositary.membership.imports.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.depositary.imports.job.ReportPosition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of an import's report. */
@Schema(name = "ImportReport")
public record ImportReportPage(
        List<Item> items,

        @Schema(description = "Page token for `after`. Absent on the last page.")
        Optional<String> next) {

    /** One entry of the report: the outcome of a change or of a rejected row. */
    @Schema(name = "ImportOutcome")
    public record Item(
            @Schema(description = "Line in the file, from 1. Absent for a fact that is no longer in the file.")
            Optional<Integer> line,

            @Schema(enumeration = {"accepted", "known", "corrected", "retracted", "kept", "rejected"})
            String outcome,

            Optional<String> reason,
            Optional<String> organization,
            Optional<String> party,

            @Schema(description = "The address of the fact") Optional<String> fact,

            @Schema(description = "Whether an undo of the import reversed this outcome")
            boolean undone,

            @JsonIgnore ReportPosition position) {}
}
