package org.depositary.membership.imports.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import is. */
@Schema(name = "Import")
public record ImportStatusResponse(
        UUID id,

        @Schema(enumeration = {"running", "held", "completed", "failed", "undone"})
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

        @Schema(description = "Changes that stay as they are: somebody else changed them, or a rejected row may say so")
        int kept,

        @Schema(description = "Lines that were skipped") int rejected,

        Progress progress,

        @Schema(description = "Why it is held; of a dry run, why the import would be")
        Optional<Held> held,

        @Schema(
                description = "The address of the later import of the set that has begun since this one was held: it "
                        + "cannot be released any more")
        Optional<String> supersededBy,

        @Schema(description = "Why it failed or is held, and what to do")
        Optional<String> problem) {

    /** How many organisations have been gone through, and how many there are; twice as many if they are counted first. */
    @Schema(name = "ImportProgress")
    public record Progress(int done, int of) {}

    /** How much of what the set states the import would take back. */
    @Schema(name = "ImportHeld")
    public record Held(
            @Schema(description = "Facts that it would retract")
            int retracted,

            @Schema(description = "Effective dates that it would move")
            int moved,

            @Schema(description = "Facts that the set states")
            int of) {

        @Override
        public String toString() {
            return "It would retract %d and move the dates of %d of the %d facts that the set states"
                    .formatted(retracted, moved, of);
        }
    }

    static ImportStatusResponse read(UUID id, ResultSet row) throws SQLException {
        var status = ImportJob.Status.of(row.getString(1));
        var held = row.getObject(17) == null
                ? Optional.<Held>empty()
                : Optional.of(new Held(row.getInt(15), row.getInt(16), row.getInt(17)));
        var supersededBy = Optional.ofNullable(row.getString(18)).map("/api/imports/"::concat);
        return new ImportStatusResponse(
                id,
                status.told(),
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
                held,
                supersededBy,
                Optional.ofNullable(row.getString(14)).or(() -> held.filter(none -> status == ImportJob.Status.HELD)
                        .map(why -> problem(id, why, supersededBy))));
    }

    private static String problem(UUID id, Held why, Optional<String> supersededBy) {
        return supersededBy
                .map(later -> "%s. A later import of the set, %s, supersedes it".formatted(why, later))
                .orElseGet(() -> "%s. Nothing is recorded. POST /api/imports/%s/release records it, /undo discards it"
                        .formatted(why, id));
    }

    @JsonIgnore
    public boolean isFinished() {
        return !status.equals("running");
    }
}
