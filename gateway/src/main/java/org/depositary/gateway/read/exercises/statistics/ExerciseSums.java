package org.depositary.gateway.read.exercises.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.sql.SQLException;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;

/**
 * Sums over the exercises of a group.
 *
 * @param exercises the number of exercises that certainly belong to the group. All other sums count only these
 * @param possible the number of exercises that possibly belong to it: an imprecise date or membership leaves it open
 * @param days sum of the lengths that are known
 * @param withoutDays the number of exercises whose length is unknown
 * @param strength sum of the strengths that are reported; null if none is. For a party or a pair: only its own strength
 * @param withoutStrength the number of exercises without a reported strength of that kind
 */
public record ExerciseSums(
        long exercises,
        long possible,
        long days,
        long withoutDays,
        @JsonInclude(Include.ALWAYS) Optional<StrengthSum> strength,
        long withoutStrength) {

    /** The minimum and maximum number of persons. */
    public record StrengthSum(long min, long max) {}

    static ExerciseSums read(ResultRow row) throws SQLException {
        return read(row, "");
    }

    /** Reads columns whose names begin with a prefix. */
    static ExerciseSums read(ResultRow row, String prefix) throws SQLException {
        var least = row.optionalNumber(prefix + "least");
        return new ExerciseSums(
                row.optionalNumber(prefix + "exercises").orElse(0L),
                row.optionalNumber(prefix + "possible").orElse(0L),
                row.optionalNumber(prefix + "days").orElse(0L),
                row.optionalNumber(prefix + "without_days").orElse(0L),
                row.optionalNumber(prefix + "most").map(most -> new StrengthSum(least.orElse(most), most)),
                row.optionalNumber(prefix + "without_strength").orElse(0L));
    }
}
