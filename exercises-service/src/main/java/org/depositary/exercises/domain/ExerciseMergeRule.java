package org.depositary.exercises.domain;

import java.util.List;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactStream;
import org.depositary.facts.FactStreamTransition;

/** A merged record takes no new facts until its merge is retracted. Only a retraction undoes a merge. */
record ExerciseMergeRule(FactStreamTransition<ExerciseFact> attempt) {

    void check() {
        var merges = merges(attempt.before());
        boolean addsFacts =
                attempt.after().facts().size() > attempt.before().facts().size();
        if (!merges.isEmpty() && addsFacts) {
            var merge = merges.getFirst();
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "The exercise was merged into %s/%s. Record the fact there, or undo the merge"
                                    .formatted(ExerciseDecider.EXERCISES, ((ExerciseMerge) merge.statement()).into()))
                    .conflictingWith(List.of(ExerciseDecider.url(merge)));
        }
        if (attempt.command() instanceof PreferClaim<ExerciseFact> preference
                && isMerge(attempt.after().find(preference.id()).orElseThrow())) {
            throw Problem.of(
                    ProblemType.CONFLICT, "A merge is a decision, so no claim replaces it. Retract the merge instead");
        }
    }

    private static List<Fact<ExerciseFact>> merges(FactStream<ExerciseFact> stream) {
        return stream.standing().stream().filter(ExerciseMergeRule::isMerge).toList();
    }

    private static boolean isMerge(Fact<ExerciseFact> fact) {
        return fact.statement() instanceof ExerciseMerge;
    }
}
