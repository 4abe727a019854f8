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

/** Keeps the clues of each fact that was not retracted. */
@Singleton
class ClueView implements FactView<ClueRow> {

    private static final RowVersionTable<ClueRow> TABLE =
            RowVersionTable.of("clue", ClueRow.class, "finding", "fact", "id", "about");

    private static final List<Function<FactState, Stream<Clue>>> OF_WHAT_STANDS = List.of(
            ShareSumClues::clues,
            MissingPassageClues::clues,
            UnregisteredReferenceClues::clues,
            PlaceCountryClues::clues,
            OverlappingTermClues::clues,
            PerHeadFigureClues::clues);

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
                .flatMap(fact -> rows(streamId, fact))
                .toList();
    }

    private static Stream<ClueRow> rows(String streamId, FactState fact) {
        var clues = clues(fact);
        if (clues.isEmpty()) {
            return Stream.empty();
        }
        var facets = OrganizationsAndParties.of(streamId, fact.statement());
        var extent = FactPeriod.of(fact);
        return clues.values().stream().map(clue -> ClueRow.of(clue, fact, facets, extent));
    }

    /** A fact that says the same twice, of two phases at one place, gives one clue. */
    private static Map<List<String>, Clue> clues(FactState fact) {
        var clues = new LinkedHashMap<List<String>, Clue>();
        Stream.concat(
                        ContradictionClues.clues(fact),
                        fact.stands()
                                ? OF_WHAT_STANDS.stream().flatMap(source -> source.apply(fact))
                                : Stream.<Clue>empty())
                .forEach(clue -> clues.putIfAbsent(List.of(clue.finding(), clue.about()), clue));
        return clues;
    }
}
