package org.depositary.imports.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The status of an import, as JSON. */
@Schema(name = "Import")
public record ImportStatusResponse(
        UUID id,

        @Schema(enumeration = {"running", "held", "completed", "failed", "undone"})
        String status,

        @Schema(description = "What the file is a version of")
        String set,

        String format,

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

    /**
     * The progress of an import, in steps. A unit is one step, or two if the impact on it is counted first.
     *
     * @param done the number of finished steps
     * @param of the number of all steps
     */
    @Schema(name = "ImportProgress")
    public record Progress(int done, int of) {}

    /** The reason why an import is held: how many facts of the set it would retract or move. */
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

    private static String heldProblem(UUID id, Held impact, Optional<String> supersededBy) {
        return supersededBy
                .map(later -> "%s. A later import of the set, %s, supersedes it".formatted(impact, later))
                .orElseGet(() -> "%s. Nothing is recorded. POST /api/imports/%s/release records it, /undo discards it"
                        .formatted(impact, id));
    }

    @JsonIgnore
    public boolean isFinished() {
        return !status.equals("running");
    }
}
