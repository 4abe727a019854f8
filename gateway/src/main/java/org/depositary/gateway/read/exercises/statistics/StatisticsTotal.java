package org.depositary.gateway.read.exercises.statistics;

import java.sql.SQLException;
import org.depositary.gateway.read.ResultRow;

/**
 * The sums over all exercises that the filters select, each counted once.
 *
 * @param withoutCertainYear the number of exercises that certainly belong to no year
 */
public record StatisticsTotal(ExerciseSums sums, long withoutCertainYear) {

    static StatisticsTotal read(ResultRow row) throws SQLException {
        return new StatisticsTotal(ExerciseSums.read(row, "total_"), row.number("total_without_certain_year"));
    }
}
