package org.depositary.gateway.projection.findings;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.gateway.projection.exercises.ExerciseFacts;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;

/** Builds the rows of table {@code clue}: the clues of all facts that are not retracted. */
@Singleton
class ClueView implements FactView<ClueRow> {

    static final RowVersionTable<ClueRow> TABLE =
            RowVersionTable.of("clue", ClueRow.class, "finding", "fact", "id", "about");

    private static final List<Function<FactState, Stream<FindingClue>>> OF_STANDING_FACTS = List.of(
            ShareSumClueFinder::clues,
            UncitedFactClueFinder::clues,
            CitationClueFinder::clues,
            UnregisteredReferenceClueFinder::clues,
            PlaceCountryClueFinder::clues,
            OverlappingTermClueFinder::clues,
            PerHeadFigureClueFinder::clues);

    /** These see an exercise with the statement that all its facts give it: steps, participations and phases. */
    private static final List<Function<FactState, Stream<FindingClue>>> OF_EXERCISES =
            List.of(ExerciseClueFinder::clues, UnlistedHostClueFinder::clues, DuplicateExerciseClueFinder::clues);

    @Override
    public RowVersionTable<ClueRow> table() {
        return TABLE;
    }

    @Override
    public boolean reads(String streamId) {
        return true;
    }

    @Override
    public List<ClueRow> rows(String streamId, List<FactState> facts) {
        return facts.stream()
                .filter(fact -> fact.retracted().isEmpty())
                .flatMap(fact -> rows(streamId, fact, facts))
                .toList();
    }

    private static Stream<ClueRow> rows(String streamId, FactState fact, List<FactState> facts) {
        boolean isExercise = fact.kind().equals("exercise");
        var asItStands = isExercise ? ExerciseFacts.asItStands(facts).orElse(fact) : fact;
        var clues = clues(fact, asItStands, facts);
        if (clues.isEmpty()) {
            return Stream.empty();
        }
        var subjects = OrganizationsAndParties.of(streamId, asItStands.statement());
        var period = FactPeriod.of(asItStands);
        return clues.values().stream().map(clue -> ClueRow.of(clue, fact, subjects, period));
    }

    /** Removes duplicates: two phases of an exercise at the same place give one clue. */
    private static Map<List<String>, FindingClue> clues(FactState fact, FactState asItStands, List<FactState> facts) {
        var clues = new LinkedHashMap<List<String>, FindingClue>();
        Stream.of(
                        ContradictionClueFinder.clues(fact),
                        EndBeforeStartClueFinder.clues(fact, facts),
                        fact.stands() ? ofStanding(fact, asItStands) : Stream.<FindingClue>empty())
                .flatMap(found -> found)
                .forEach(clue -> clues.putIfAbsent(List.of(clue.finding(), clue.about()), clue));
        return clues;
    }

    private static Stream<FindingClue> ofStanding(FactState fact, FactState asItStands) {
        var ofExercise =
                fact.kind().equals("exercise") ? OF_EXERCISES : List.<Function<FactState, Stream<FindingClue>>>of();
        return Stream.of(
                        OF_STANDING_FACTS.stream().flatMap(finder -> finder.apply(fact)),
                        OutsideTimeClueFinder.clues(asItStands),
                        ofExercise.stream().flatMap(finder -> finder.apply(asItStands)))
                .flatMap(clues -> clues);
    }
}
