package org.depositary.gateway.projection.findings;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.FactView;
import org.depositary.gateway.projection.facts.RowVersionTable;

/** Builds the rows of table {@code clue}: the clues of all facts that are not retracted. */
@Singleton
class ClueView implements FactView<ClueRow> {

    private static final RowVersionTable<ClueRow> TABLE =
            RowVersionTable.of("clue", ClueRow.class, "finding", "fact", "id", "about");

    private static final List<Function<FactState, Stream<FindingClue>>> OF_STANDING_FACTS = List.of(
            ShareSumClueFinder::clues,
            UncitedFactClueFinder::clues,
            UnregisteredReferenceClueFinder::clues,
            PlaceCountryClueFinder::clues,
            OutsideTimeClueFinder::clues,
            OverlappingTermClueFinder::clues,
            PerHeadFigureClueFinder::clues,
            ExerciseClueFinder::clues,
            UnlistedHostClueFinder::clues,
            DuplicateExerciseClueFinder::clues);

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
        var clues = clues(fact, facts);
        if (clues.isEmpty()) {
            return Stream.empty();
        }
        var subjects = OrganizationsAndParties.of(streamId, fact.statement());
        var period = FactPeriod.of(fact);
        return clues.values().stream().map(clue -> ClueRow.of(clue, fact, subjects, period));
    }

    /** Removes duplicates: two phases of an exercise at the same place give one clue. */
    private static Map<List<String>, FindingClue> clues(FactState fact, List<FactState> facts) {
        var clues = new LinkedHashMap<List<String>, FindingClue>();
        Stream.of(
                        ContradictionClueFinder.clues(fact),
                        EndBeforeStartClueFinder.clues(fact, facts),
                        fact.stands()
                                ? OF_STANDING_FACTS.stream().flatMap(source -> source.apply(fact))
                                : Stream.<FindingClue>empty())
                .flatMap(found -> found)
                .forEach(clue -> clues.putIfAbsent(List.of(clue.finding(), clue.about()), clue));
        return clues;
    }
}
