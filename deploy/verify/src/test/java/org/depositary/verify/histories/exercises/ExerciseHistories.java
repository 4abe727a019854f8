package org.depositary.verify.histories.exercises;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.depositary.verify.histories.CuratorHttp;
import org.depositary.verify.histories.History;
import org.depositary.verify.histories.HistoryKind;
import org.depositary.verify.histories.KnownAtMoment;
import org.depositary.verify.histories.WriteCounts;

/** Histories of exercises. */
final class ExerciseHistories implements HistoryKind<ExerciseOperation, ExercisePlayer> {

    @Override
    public Arbitrary<History<ExerciseOperation>> history() {
        return ExerciseHistoryGenerator.history();
    }

    @Override
    public ExercisePlayer player(
            History<ExerciseOperation> history, String prefix, CuratorHttp http, WriteCounts writes) {
        return new ExercisePlayer(history, prefix, http, writes);
    }

    @Override
    public List<Runnable> questions(List<ExercisePlayer> players, List<KnownAtMoment> moments, CuratorHttp http) {
        return players.stream()
                .flatMap(player -> ExerciseQuestions.of(player, moments, http).stream())
                .toList();
    }
}
