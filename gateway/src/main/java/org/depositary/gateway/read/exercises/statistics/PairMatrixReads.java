package org.depositary.gateway.read.exercises.statistics;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.exercises.ExerciseFilter;
import org.depositary.gateway.read.exercises.statistics.ExerciseSums.StrengthSum;

/** Reads the matrix of who exercises with whom. */
public record PairMatrixReads(Snapshot snapshot) {

    /** The most rows and columns of the matrix. Enough for all states, and for some organisations. */
    public static final int MOST_PARTIES = 300;

    private static final int MOST_PAIRS = MOST_PARTIES * MOST_PARTIES / 2;

    /** Throws a problem if the filters select more than {@link #MOST_PARTIES} parties. */
    public PairMatrix matrix(ExerciseFilter filter) throws SQLException {
        var parties = groups(StatisticsBy.PARTY, filter, MOST_PARTIES);
        if (parties.last().isPresent()) {
            throw Problem.of(
                    ProblemType.BAD_QUERY,
                    "More than %d parties took part. Use filters, or statistics?by=pair".formatted(MOST_PARTIES));
        }
        var pairs = groups(StatisticsBy.PAIR, filter, MOST_PAIRS);
        return new PairMatrix(
                parties.items().stream().flatMap(item -> item.party().stream()).toList(),
                parties.items().stream().flatMap(item -> item.name().stream()).toList(),
                matrix(parties.items(), pairs.items(), ExerciseSums::exercises),
                matrix(parties.items(), pairs.items(), ExerciseSums::days),
                matrix(parties.items(), pairs.items(), PairMatrixReads::strength));
    }

    private KeysetPage<ExerciseStatistic> groups(StatisticsBy by, ExerciseFilter filter, int most) throws SQLException {
        return ExerciseStatisticReads.by(by)
                .page(snapshot, filter, new PageRequest(most, List.of()))
                .map(StatisticsGroup::statistic);
    }

    private static long strength(ExerciseSums sums) {
        return sums.strength().map(StrengthSum::max).orElse(0L);
    }

    private static List<List<Long>> matrix(
            List<ExerciseStatistic> parties, List<ExerciseStatistic> pairs, Function<ExerciseSums, Long> weight) {
        var codes = parties.stream().map(ExerciseStatistic::party).toList();
        var matrix = new ArrayList<List<Long>>();
        for (var party : parties) {
            var row = new ArrayList<Long>();
            codes.forEach(other -> row.add(other.equals(party.party()) ? weight.apply(party.sums()) : 0L));
            matrix.add(row);
        }
        for (var pair : pairs) {
            set(matrix, codes, pair, weight.apply(pair.sums()));
        }
        return matrix;
    }

    private static void set(
            List<List<Long>> matrix, List<Optional<String>> codes, ExerciseStatistic pair, long weight) {
        int one = codes.indexOf(pair.party());
        int other = codes.indexOf(pair.with());
        matrix.get(one).set(other, weight);
        matrix.get(other).set(one, weight);
    }
}
