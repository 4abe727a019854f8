package org.depositary.verify.histories.memberships;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.depositary.verify.histories.History;
import org.depositary.verify.histories.memberships.CuratorOperation.AddSource;
import org.depositary.verify.histories.memberships.CuratorOperation.ClaimOtherwise;
import org.depositary.verify.histories.memberships.CuratorOperation.CorrectChange;
import org.depositary.verify.histories.memberships.CuratorOperation.CorrectDissolution;
import org.depositary.verify.histories.memberships.CuratorOperation.Dissolve;
import org.depositary.verify.histories.memberships.CuratorOperation.Draft;
import org.depositary.verify.histories.memberships.CuratorOperation.ImportFile;
import org.depositary.verify.histories.memberships.CuratorOperation.PreferClaim;
import org.depositary.verify.histories.memberships.CuratorOperation.RecordChanges;
import org.depositary.verify.histories.memberships.CuratorOperation.RetractChange;
import org.depositary.verify.histories.memberships.CuratorOperation.RetractDissolution;
import org.depositary.verify.histories.memberships.CuratorOperation.Row;
import org.depositary.verify.histories.memberships.CuratorOperation.UndoImport;
import org.depositary.verify.histories.memberships.CuratorOperation.VerifyChange;
import org.depositary.verify.histories.memberships.CuratorOperation.WithdrawClaim;

/**
 * Generates random histories. The first alternative of each choice is the simplest, because failures shrink towards
 * it.
 */
final class HistoryGenerator {

    private static final int MOST_OPERATIONS = 7;
    private static final int MOST_FACTS = 30;
    private static final int MOST_ROWS = 3;

    /** Few days, so that dates are equal, adjacent or overlapping. */
    private static final List<String> POINTS = List.of(
            "1992-01-01",
            "1992",
            "1991-12-31",
            "1992-06",
            "1993",
            "1992-12-31",
            "1991",
            "1993-01-01",
            "1992-06-30",
            "199X");

    private static final List<String> INTERVALS = List.of(
            "1991/1993",
            "1992-01-01/1992-06-30",
            "../1992",
            "1992/..",
            "/1992-06",
            "1992-06/",
            "1991?/1992",
            "1992/1993~");

    private HistoryGenerator() {}

    static Arbitrary<History<CuratorOperation>> history() {
        return operation()
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_OPERATIONS)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(History::new);
    }

    private static Arbitrary<CuratorOperation> operation() {
        Arbitrary<CuratorOperation> record =
                Combinators.combine(organization(), drafts()).as(HistoryGenerator::record);
        Arbitrary<CuratorOperation> correction = Combinators.combine(
                        number(), change().optional(0.4), statedDate().optional(0.8))
                .filter((fact, change, date) -> change.isPresent() || date.isPresent())
                .as(CorrectChange::new);
        Arbitrary<CuratorOperation> retraction = number().map(RetractChange::new);
        Arbitrary<CuratorOperation> source = number().map(AddSource::new);
        Arbitrary<CuratorOperation> verification = number().map(VerifyChange::new);
        Arbitrary<CuratorOperation> preference =
                Combinators.combine(number(), number()).as(PreferClaim::new);
        Arbitrary<CuratorOperation> withdrawal =
                Combinators.combine(number(), number()).as(WithdrawClaim::new);
        Arbitrary<CuratorOperation> undo = number().map(UndoImport::new);
        // The second organisation is a party of the first, so its end matters as often.
        Arbitrary<CuratorOperation> dissolution =
                Combinators.combine(Arbitraries.of(0, 1), date()).as(Dissolve::new);
        Arbitrary<CuratorOperation> another =
                Combinators.combine(number(), statedDate()).as(CorrectDissolution::new);
        Arbitrary<CuratorOperation> none = number().map(RetractDissolution::new);
        return Arbitraries.frequencyOf(
                Tuple.of(10, record),
                Tuple.of(4, correction),
                Tuple.of(2, retraction),
                Tuple.of(1, source),
                Tuple.of(1, verification),
                Tuple.of(3, claim()),
                Tuple.of(2, preference),
                Tuple.of(1, withdrawal),
                Tuple.of(9, file()),
                Tuple.of(3, undo),
                Tuple.of(2, dissolution),
                Tuple.of(1, another),
                Tuple.of(1, none));
    }

    private static Arbitrary<CuratorOperation> claim() {
        Arbitrary<CuratorOperation> other = Combinators.combine(
                        number(), change().optional(0.4), statedDate().optional(0.8))
                .filter((fact, change, date) -> change.isPresent() || date.isPresent())
                .as((fact, change, date) -> new ClaimOtherwise(fact, change, date, true));
        Arbitrary<CuratorOperation> never =
                number().map(fact -> new ClaimOtherwise(fact, Optional.empty(), Optional.empty(), false));
        return Arbitraries.frequencyOf(Tuple.of(3, other), Tuple.of(1, never));
    }

    private static CuratorOperation record(int organization, List<Draft> drafts) {
        return new RecordChanges(
                organization,
                drafts.stream().map(draft -> within(organization, draft)).toList());
    }

    /** The second organisation is not its own party. */
    private static Draft within(int organization, Draft draft) {
        int party = organization == 0 ? draft.party() : draft.party() % HistoryParties.STATES.size();
        return new Draft(party, draft.change(), draft.effective());
    }

    private static Arbitrary<List<Draft>> drafts() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, draft().list().ofSize(1)),
                Tuple.of(1, draft().list().ofMinSize(2).ofMaxSize(3)));
    }

    private static Arbitrary<Draft> draft() {
        return Combinators.combine(party(), change(), date()).as(Draft::new);
    }

    private static Arbitrary<Integer> party() {
        return Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(3, 1), Tuple.of(2, 2));
    }

    private static Arbitrary<CuratorOperation> file() {
        // Few kinds, so that consecutive files are about the same changes.
        var change = Arbitraries.frequency(
                Tuple.of(6, "accession"),
                Tuple.of(3, "observer-status"),
                Tuple.of(2, "lapse"),
                Tuple.of(1, "interest"));
        var row = Combinators.combine(organization(), party(), change, date())
                .as((organization, party, kind, date) ->
                        new Row(organization, within(organization, new Draft(party, kind, date))));
        return Combinators.combine(
                        Arbitraries.integers().between(0, MOST_ROWS), row.list().ofMaxSize(MOST_ROWS))
                .as(ImportFile::new);
    }

    private static Arbitrary<Integer> organization() {
        return Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1));
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, MOST_FACTS);
    }

    private static Arbitrary<String> change() {
        return Arbitraries.frequency(
                Tuple.of(6, "accession"),
                Tuple.of(3, "withdrawal"),
                Tuple.of(3, "suspension"),
                Tuple.of(3, "reinstatement"),
                Tuple.of(3, "observer-status"),
                Tuple.of(2, "application"),
                Tuple.of(2, "interest"),
                Tuple.of(1, "refusal"),
                Tuple.of(1, "application-withdrawal"),
                Tuple.of(1, "guest-status"),
                Tuple.of(1, "dialogue-partner-status"),
                Tuple.of(1, "associate-status"),
                Tuple.of(1, "expulsion"),
                Tuple.of(1, "lapse"));
    }

    private static Arbitrary<String> date() {
        return Arbitraries.frequencyOf(
                Tuple.of(40, statedDate()), Tuple.of(1, Arbitraries.of(List.copyOf(RegisterModel.NO_DATES))));
    }

    private static Arbitrary<String> statedDate() {
        var point = Arbitraries.of(POINTS);
        var doubted = Combinators.combine(point.filter(any -> !any.contains("X")), Arbitraries.of("?", "~", "%"))
                .as(String::concat);
        return Arbitraries.frequencyOf(
                Tuple.of(6, point), Tuple.of(2, doubted), Tuple.of(3, Arbitraries.of(INTERVALS)));
    }
}
