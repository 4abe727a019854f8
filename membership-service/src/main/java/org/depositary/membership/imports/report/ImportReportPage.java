package org.depositary.membership.imports.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
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

            @JsonIgnore Position position) {}

    /** The sort key of an entry: the line, then the order of recording. Its text is the page token. */
    public record Position(int line, long id) {

        static final Position START = new Position(-1, -1);

        /**
         * Parses a page token.
         *
         * @throws IllegalArgumentException if the text is not a page token
         */
        static Position parse(String token) {
            var parts = token.split("-", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a page token: " + token);
            }
            return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return line + "-" + id;
        }
    }
}
