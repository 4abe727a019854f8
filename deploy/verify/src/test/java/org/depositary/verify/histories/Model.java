package org.depositary.verify.histories;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.depositary.verify.histories.Operation.AddSource;
import org.depositary.verify.histories.Operation.CorrectChange;
import org.depositary.verify.histories.Operation.CorrectDissolution;
import org.depositary.verify.histories.Operation.Dissolve;
import org.depositary.verify.histories.Operation.Draft;
import org.depositary.verify.histories.Operation.RecordChanges;
import org.depositary.verify.histories.Operation.RetractChange;
import org.depositary.verify.histories.Operation.RetractDissolution;

/** What the register must answer to an operation, and what it knows after it. */
final class Model {

    /**
     * The answer.
     *
     * @param problem the end of its {@code type}, where it is a refusal
     */
    record Outcome(State after, int status, String problem) {

        boolean isAccepted() {
            return status == 201;
        }
    }

    /** What is no date, however much it looks like one. */
    static final Set<String> NO_DATES = Set.of("1992-13", "1993-02-30", "1994/1992", "in spring");

    private Model() {}

    /** Empty where the operation is about a fact that there is not: a curator would have nothing to send. */
    static Optional<Outcome> answer(State state, Operation operation) {
        return switch (operation) {
            case RecordChanges record -> Optional.of(record(state, record));
            case CorrectChange correction ->
                change(state, correction.fact()).map(fact -> correct(state, fact, correction));
            case RetractChange retraction ->
                change(state, retraction.fact())
                        .map(fact -> fact.retracted() ? retractedAlready(state) : coherent(state, fact, fact.taken()));
            case AddSource source ->
                change(state, source.fact())
                        .map(fact -> fact.retracted()
                                ? retractedAlready(state)
                                : accepted(state.with(fact.sourced(addedSource(fact)))));
            case Dissolve dissolve -> Optional.of(dissolve(state, dissolve));
            case CorrectDissolution(int number, String effective) ->
                dissolution(state, number).map(fact -> correct(state, fact, EffectiveDate.of(effective)));
            case RetractDissolution(int number) ->
                dissolution(state, number)
                        .map(fact -> fact.retracted()
                                ? retractedAlready(state)
                                : accepted(state.with(new State.Dissolution(
                                        fact.number(), fact.organization(), fact.effective(), true))));
        };
    }

    /** The title of the next source of a fact. */
    static String addedSource(State.Change fact) {
        return "Source %d of %d".formatted(fact.sources().size() + 1, fact.number());
    }

    static String firstSource(int number) {
        return "Source 1 of " + number;
    }

    private static Outcome record(State state, RecordChanges record) {
        if (record.drafts().stream().anyMatch(draft -> NO_DATES.contains(draft.effective()))) {
            return refused(state, 422, "invalid");
        }
        var after = state;
        for (var draft : record.drafts()) {
            after = after.with(fact(after.changes().size(), record.organization(), draft));
        }
        return areCoherent(after, record) ? accepted(after) : refused(state, 409, "timeline-conflict");
    }

    private static State.Change fact(int number, int organization, Draft draft) {
        return new State.Change(
                number,
                organization,
                draft.party(),
                draft.change(),
                EffectiveDate.of(draft.effective()),
                List.of(firstSource(number)),
                false);
    }

    private static boolean areCoherent(State state, RecordChanges record) {
        return record.drafts().stream()
                .allMatch(draft -> new Walk(state.of(record.organization(), draft.party())).isCoherent());
    }

    private static Outcome correct(State state, State.Change fact, CorrectChange correction) {
        var corrected = fact.saying(
                correction.change().orElse(fact.change()),
                correction.effective().map(EffectiveDate::of).orElse(fact.effective()));
        if (fact.retracted()) {
            return retractedAlready(state);
        }
        return corrected.equals(fact) ? refused(state, 422, "invalid") : coherent(state, fact, corrected);
    }

    private static Outcome coherent(State before, State.Change fact, State.Change changed) {
        var after = before.with(changed);
        return new Walk(after.of(fact.organization(), fact.party())).isCoherent()
                ? accepted(after)
                : refused(before, 409, "timeline-conflict");
    }

    private static Outcome dissolve(State state, Dissolve dissolve) {
        if (NO_DATES.contains(dissolve.effective())) {
            return refused(state, 422, "invalid");
        }
        return state.dissolutionsOf(dissolve.organization()).isEmpty()
                ? accepted(state.with(new State.Dissolution(
                        state.dissolutions().size(),
                        dissolve.organization(),
                        EffectiveDate.of(dissolve.effective()),
                        false)))
                : refused(state, 409, "conflict");
    }

    private static Outcome correct(State state, State.Dissolution fact, EffectiveDate effective) {
        if (fact.retracted()) {
            return retractedAlready(state);
        }
        return fact.effective().equals(effective)
                ? refused(state, 422, "invalid")
                : accepted(state.with(new State.Dissolution(fact.number(), fact.organization(), effective, false)));
    }

    private static Optional<State.Change> change(State state, int number) {
        return number(number, state.changes().size()).map(state.changes()::get);
    }

    private static Optional<State.Dissolution> dissolution(State state, int number) {
        return number(number, state.dissolutions().size()).map(state.dissolutions()::get);
    }

    /** However large the number drawn, it means one of the facts, if there are any. */
    static Optional<Integer> number(int drawn, int facts) {
        return IntStream.of(facts)
                .filter(any -> any > 0)
                .mapToObj(any -> drawn % any)
                .findFirst();
    }

    private static Outcome accepted(State after) {
        return new Outcome(after, 201, "");
    }

    private static Outcome retractedAlready(State state) {
        return refused(state, 409, "already-retracted");
    }

    private static Outcome refused(State state, int status, String problem) {
        return new Outcome(state, status, problem);
    }
}
