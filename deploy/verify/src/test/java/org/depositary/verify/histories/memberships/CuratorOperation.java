package org.depositary.verify.histories.memberships;

import java.util.List;
import java.util.Optional;

/**
 * An operation of a curator. Organisations and parties have numbers in the history; the number of a fact is that of
 * its recording.
 */
sealed interface CuratorOperation {

    /** A membership change to record. Its date may be invalid. */
    record Draft(int party, String change, String effective) {}

    /** Records changes of one organisation, all or none. */
    record RecordChanges(int organization, List<Draft> drafts) implements CuratorOperation {}

    record CorrectChange(int fact, Optional<String> change, Optional<String> effective) implements CuratorOperation {}

    record RetractChange(int fact) implements CuratorOperation {}

    /** Adds a source that agrees. */
    record AddSource(int fact) implements CuratorOperation {}

    /** Confirms that the change is still right. */
    record VerifyChange(int fact) implements CuratorOperation {}

    /**
     * Adds a claim: other values of these fields, or that the change never happened.
     *
     * @param holds false: it never happened
     */
    record ClaimOtherwise(int fact, Optional<String> change, Optional<String> effective, boolean holds)
            implements CuratorOperation {}

    /** @param claim draws one of the fact's claims */
    record PreferClaim(int fact, int claim) implements CuratorOperation {}

    /** @param claim draws one of the fact's claims */
    record WithdrawClaim(int fact, int claim) implements CuratorOperation {}

    record Row(int organization, Draft draft) {}

    /**
     * Imports the next file of the set.
     *
     * @param again the maximum number of statements of the set that the file repeats
     * @param rows the other rows
     */
    record ImportFile(int again, List<Row> rows) implements CuratorOperation {}

    record UndoImport(int number) implements CuratorOperation {}

    record Dissolve(int organization, String effective) implements CuratorOperation {}

    record CorrectDissolution(int dissolution, String effective) implements CuratorOperation {}

    record RetractDissolution(int dissolution) implements CuratorOperation {}
}
