package org.depositary.imports.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of an import, as JSON. */
@Schema(
        name = "Import",
        requiredProperties = {
            "id",
            "status",
            "set",
            "format",
            "dryRun",
            "actor",
            "sentAt",
            "rows",
            "accepted",
            "known",
            "corrected",
            "retracted",
            "kept",
            "rejected",
            "progress"
        })
public record ImportStatusResponse(
        UUID id,

        @Schema(enumeration = {"running", "held", "completed", "failed", "undone"})
        String status,

        @Schema(description = "The data set of the file") String set,

        String format,

        @JsonProperty("dryRun") boolean dryRun,

        @Schema(description = "The pseudonymous id of the user who sent the file")
        String actor,

        @Schema(description = "When the file was sent", format = "date-time")
        String sentAt,

        @Schema(description = "When the import ended, or was held; absent while it is running", format = "date-time")
        Optional<String> endedAt,

        @Schema(description = "The time for which the file speaks, as an EDTF interval; absent if it states none")
        Optional<String> covers,

        @Schema(description = "Lines") int rows,

        @Schema(description = "Changes that were recorded") int accepted,

        @Schema(description = "Changes that were recorded already")
        int known,

        @Schema(description = "Changes whose date moved since the last import of the set")
        int corrected,

        @Schema(description = "Changes that are no longer in the set")
        int retracted,

        @Schema(
                description =
                        "Changes that were left alone, because another user changed them or a rejected row may state"
                                + " them")
        int kept,

        @Schema(description = "Lines that were skipped") int rejected,

        Progress progress,

        @Schema(description = "The reason why the import is held. For a dry run: why it would be held.")
        Optional<Held> held,

        @Schema(
                description = "The address of a later import of the set, which started after this one was held. "
                        + "This import can no longer be released.")
        Optional<String> supersededBy,

        @Schema(description = "The reason for a failed or held import, and what to do")
        Optional<String> problem) {

    /**
     * The progress of an import, in steps. A unit is one step, or two if the impact on it is counted first.
     *
     * @param done the number of finished steps
     * @param of the number of all steps
     */
    @Schema(
            name = "ImportProgress",
            requiredProperties = {"done", "of"})
    public record Progress(int done, int of) {}

    /** The reason why an import is held: how many facts of the set it would retract or move. */
    @Schema(
            name = "ImportHeld",
            requiredProperties = {"retracted", "moved", "of"})
    public record Held(
            @Schema(description = "Facts that the import would retract")
            int retracted,

            @Schema(description = "Effective dates that the import would move")
            int moved,

            @Schema(description = "Facts that the set states")
            int of) {

        @Override
        public String toString() {
            return "The import would retract %d and move the dates of %d of the %d facts that the set states"
                    .formatted(retracted, moved, of);
        }
    }

    static ImportStatusResponse read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var status = ImportJob.Status.of(row.getString("status"));
        var held = row.getObject("held_of") == null
                ? Optional.<Held>empty()
                : Optional.of(new Held(row.getInt("held_retracted"), row.getInt("held_moved"), row.getInt("held_of")));
        var supersededBy = Optional.ofNullable(row.getString("superseded_by")).map("/api/imports/"::concat);
        return new ImportStatusResponse(
                id,
                status.publicName(),
                row.getString("set_id"),
                row.getString("format"),
                row.getBoolean("dry_run"),
                row.getString("actor"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("covers")),
                row.getInt("rows"),
                row.getInt("accepted"),
                row.getInt("known"),
                row.getInt("corrected"),
                row.getInt("retracted"),
                row.getInt("kept"),
                row.getInt("rejected_rows"),
                new Progress(row.getInt("steps_done"), row.getInt("steps")),
                held,
                supersededBy,
                Optional.ofNullable(row.getString("problem"))
                        .or(() -> held.filter(present -> status == ImportJob.Status.HELD)
                                .map(impact -> heldProblem(id, impact, supersededBy))));
    }

    private static Optional<String> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(time -> time.toInstant().toString());
    }

    private static String heldProblem(UUID id, Held impact, Optional<String> supersededBy) {
        return supersededBy
                .map(later -> "%s. A later import of the set supersedes this import: %s".formatted(impact, later))
                .orElseGet(() ->
                        "%s. Nothing was recorded. POST /api/imports/%s/release records the import, /undo discards it"
                                .formatted(impact, id));
    }

    @JsonIgnore
    public boolean isFinished() {
        return !status.equals("running");
    }
}
