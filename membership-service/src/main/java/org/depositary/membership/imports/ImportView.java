package org.depositary.membership.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import is. */
@Schema(name = "Import")
public record ImportView(
        UUID id,

        @Schema(enumeration = {"running", "completed", "failed", "undone"})
        String status,

        @Schema(description = "What the file is a version of")
        String set,

        @Schema(enumeration = {"changes", "state-years"}) String format,

        @JsonProperty("dryRun") boolean dryRun,

        @Schema(description = "Lines") int rows,

        @Schema(description = "Changes that were recorded") int accepted,

        @Schema(description = "Changes that were recorded before")
        int known,

        @Schema(description = "Changes that moved since the set said so the last time")
        int corrected,

        @Schema(description = "Changes that the set does not say any more")
        int retracted,

        @Schema(description = "Changes that somebody else had a hand in, and that stay as they are")
        int kept,

        @Schema(description = "Lines that were skipped") int rejected,

        Progress progress,

        @Schema(description = "Why it failed") Optional<String> problem) {

    /** How many organisations have been gone through, and how many there are. */
    @Schema(name = "ImportProgress")
    public record Progress(int done, int of) {}

    static ImportView read(UUID id, ResultSet row) throws SQLException {
        var status = Import.Status.of(row.getString(1));
        return new ImportView(
                id,
                status.isAtWork() ? "running" : status.stored(),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                new Progress(row.getInt(12), row.getInt(13)),
                Optional.ofNullable(row.getString(14)));
    }

    @JsonIgnore
    boolean isFinished() {
        return !status.equals("running");
    }
}
