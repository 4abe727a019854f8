package org.depositary.verify.histories.memberships;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.depositary.verify.histories.ModelDate;
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
import org.depositary.verify.histories.memberships.CuratorOperation.UndoImport;
import org.depositary.verify.histories.memberships.CuratorOperation.VerifyChange;
import org.depositary.verify.histories.memberships.CuratorOperation.WithdrawClaim;
import org.depositary.verify.histories.memberships.RegisterState.Statement;

/** Computes the expected answer to an operation and the state after it. */
final class RegisterModel {

    /**
     * The expected answer.
     *
     * @param problem the end of its {@code type}, if it is a refusal
     * @param report of an import: the outcome of each line and of each fact that the file no longer states
     */
    record Outcome(RegisterState after, int status, String problem, List<String> report) {

        boolean isAccepted() {
            return problem.isEmpty();
        }
    }

    /** Texts that look like dates but are not valid. */
    static final Set<String> NO_DATES = Set.of("1992-13", "1993-02-30", "1994/1992", "in spring");

    private RegisterModel() {}

    /** Empty if the operation is about a fact that does not exist. */
    static Optional<Outcome> answer(RegisterState state, CuratorOperation operation) {
        return switch (operation) {
            case RecordChanges record -> Optional.of(record(state, record));
            case CorrectChange correction ->
                unretracted(state, correction.fact(), fact -> correct(state, fact, correction));
            case RetractChange(int number) -> unretracted(state, number, fact -> coherent(state, fact.taken()));
            case AddSource(int number) ->
                unretracted(state, number, fact -> accepted(state.with(fact.sourced(addedSource(fact)))));
            case VerifyChange(int number) -> unretracted(state, number, fact -> accepted(state));
            case ClaimOtherwise claim ->
                unretracted(state, claim.fact(), fact -> ExpectedClaims.claim(state, fact, claim));
            case PreferClaim(int number, int drawn) ->
                unretracted(
                        state, number, fact -> ExpectedClaims.prefer(state, fact, ExpectedClaims.drawn(fact, drawn)));
            case WithdrawClaim(int number, int drawn) ->
                unretracted(
                        state, number, fact -> ExpectedClaims.withdraw(state, fact, ExpectedClaims.drawn(fact, drawn)));
            case ImportFile file -> ImportModel.outcome(state, file);
            case UndoImport(int drawn) ->
                number(drawn, state.imports().done().size())
                        .map(number -> new Outcome(UndoModel.of(state, number), 202, "", List.of()));
            case Dissolve dissolve -> Optional.of(dissolve(state, dissolve));
            case CorrectDissolution(int number, String effective) ->
                dissolution(state, number).map(fact -> correct(state, fact, ModelDate.of(effective)));
            case RetractDissolution(int number) ->
                dissolution(state, number)
                        .map(fact -> fact.retracted()
                                ? retractedAlready(state)
                                : accepted(state.with(new RegisterState.Dissolution(
                                        fact.number(), fact.organization(), fact.effective(), true))));
        };
    }

    /** The title of the next source of a fact. */
    static String addedSource(RegisterState.Change fact) {
        return "Source %d of %d".formatted(fact.sources().size() + 1, fact.number());
    }

    static String firstSource(int number) {
        return "Source 1 of " + number;
    }

    private static Outcome record(RegisterState state, RecordChanges record) {
        if (record.drafts().stream().anyMatch(draft -> NO_DATES.contains(draft.effective()))) {
            return refused(state, 422, "invalid");
        }
        var after = state;
        for (var draft : record.drafts()) {
            after = after.with(fact(after.changes().size(), record.organization(), draft));
        }
        return areCoherent(after, record) ? accepted(after) : refused(state, 409, "timeline-conflict");
    }

    private static RegisterState.Change fact(int number, int organization, Draft draft) {
        var statement = new Statement(draft.change(), ModelDate.of(draft.effective()));
        return RegisterState.Change.of(number, organization, draft.party(), statement, firstSource(number));
    }

    private static boolean areCoherent(RegisterState state, RecordChanges record) {
        return record.drafts().stream()
                .allMatch(draft -> new ModelTimeline(state.of(record.organization(), draft.party())).isCoherent());
    }

    /** A correction changes the recorded statement, whichever claim is preferred. */
    private static Outcome correct(RegisterState state, RegisterState.Change fact, CorrectChange correction) {
        var effective = correction.effective().map(ModelDate::of);
        var corrected = new Statement(
                correction.change().orElse(fact.recorded().change()),
                effective.orElse(fact.recorded().effective()));
        if (corrected.equals(fact.recorded())) {
            return refused(state, 422, "invalid");
        }
        var counting = fact.preferredClaim();
        boolean isHidden = correction.change().isPresent() && counting.change().isPresent()
                || effective.isPresent() && counting.effective().isPresent();
        return isHidden ? refused(state, 409, "conflict") : coherent(state, fact.saying(corrected));
    }

    static Outcome coherent(RegisterState before, RegisterState.Change changed) {
        var after = before.with(changed);
        return new ModelTimeline(after.of(changed.organization(), changed.party())).isCoherent()
                ? accepted(after)
                : refused(before, 409, "timeline-conflict");
    }

    private static Outcome dissolve(RegisterState state, Dissolve dissolve) {
        if (NO_DATES.contains(dissolve.effective())) {
            return refused(state, 422, "invalid");
        }
        return state.dissolutionsOf(dissolve.organization()).isEmpty()
                ? accepted(state.with(new RegisterState.Dissolution(
                        state.dissolutions().size(),
                        dissolve.organization(),
                        ModelDate.of(dissolve.effective()),
                        false)))
                : refused(state, 409, "conflict");
    }

    private static Outcome correct(RegisterState state, RegisterState.Dissolution fact, ModelDate effective) {
        if (fact.retracted()) {
            return retractedAlready(state);
        }
        return fact.effective().equals(effective)
                ? refused(state, 422, "invalid")
                : accepted(state.with(
                        new RegisterState.Dissolution(fact.number(), fact.organization(), effective, false)));
    }

    /** The result, if the fact is not retracted. */
    private static Optional<Outcome> unretracted(
            RegisterState state, int number, Function<RegisterState.Change, Outcome> outcome) {
        return number(number, state.changes().size())
                .map(state.changes()::get)
                .map(fact -> fact.retracted() ? retractedAlready(state) : outcome.apply(fact));
    }

    private static Optional<RegisterState.Dissolution> dissolution(RegisterState state, int number) {
        return number(number, state.dissolutions().size()).map(state.dissolutions()::get);
    }

    /** Maps any number to the number of a fact, if any exists. */
    static Optional<Integer> number(int drawn, int facts) {
        return IntStream.of(facts)
                .filter(any -> any > 0)
                .mapToObj(any -> drawn % any)
                .findFirst();
    }

    static Outcome accepted(RegisterState after) {
        return new Outcome(after, 201, "", List.of());
    }

    private static Outcome retractedAlready(RegisterState state) {
        return refused(state, 409, "already-retracted");
    }

    static Outcome refused(RegisterState state, int status, String problem) {
        return new Outcome(state, status, problem, List.of());
    }
}
