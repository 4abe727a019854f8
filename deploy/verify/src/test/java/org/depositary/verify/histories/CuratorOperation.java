package org.depositary.verify.histories;

import java.util.List;
import java.util.Optional;

/** What a curator does. Organisations and parties are told by their number in the history, facts by that of their recording. */
sealed interface CuratorOperation {

    /** A membership change to be recorded; the date may be one that is none. */
    record Draft(int party, String change, String effective) {}

    /** Record changes of one organisation, all or none. */
    record RecordChanges(int organization, List<Draft> drafts) implements CuratorOperation {}

    record CorrectChange(int fact, Optional<String> change, Optional<String> effective) implements CuratorOperation {}

    record RetractChange(int fact) implements CuratorOperation {}

    /** Another source that agrees. */
    record AddSource(int fact) implements CuratorOperation {}

    /**
     * What another source says: something else in these fields, or that it never happened.
     *
     * @param holds false: it never happened
     */
    record ClaimOtherwise(int fact, Optional<String> change, Optional<String> effective, boolean holds)
            implements CuratorOperation {}

    /** @param claim draws one of the fact's claims */
    record PreferClaim(int fact, int claim) implements CuratorOperation {}

    /** @param claim draws one of the fact's claims */
    record WithdrawClaim(int fact, int claim) implements CuratorOperation {}

    /** A row of a file. */
    record Row(int organization, Draft draft) {}

    /**
     * Import the next file of the history's set.
     *
     * @param again how much of what the set says, at most, it says again
     * @param rows what else
     */
    record ImportFile(int again, List<Row> rows) implements CuratorOperation {}

    record UndoImport(int number) implements CuratorOperation {}

    record Dissolve(int organization, String effective) implements CuratorOperation {}

    record CorrectDissolution(int dissolution, String effective) implements CuratorOperation {}

    record RetractDissolution(int dissolution) implements CuratorOperation {}
}
