package org.depositary.gateway.read.exercises.statistics;

import java.util.List;

/**
 * Who exercises with whom. Row i and column j of each matrix are about the parties i and j. The matrices are symmetric,
 * and the diagonal has the party itself with all its exercises.
 *
 * @param parties codes of the parties, sorted
 * @param exercises numbers of exercises in which both certainly took part
 * @param days sums of the known lengths of these exercises
 * @param strength sums of the maximum reported strengths of both parties in these exercises
 */
public record PairMatrix(
        List<String> parties,
        List<String> names,
        List<List<Long>> exercises,
        List<List<Long>> days,
        List<List<Long>> strength) {}
