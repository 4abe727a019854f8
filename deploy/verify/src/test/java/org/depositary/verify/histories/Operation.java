package org.depositary.verify.histories;

import java.util.List;
import java.util.Optional;

/** What a curator does. Organisations and parties are told by their number in the history, facts by that of their recording. */
sealed interface Operation {

    /** A membership change to be recorded; the date may be one that is none. */
    record Draft(int party, String change, String effective) {}

    /** Record changes of one organisation, all or none. */
    record RecordChanges(int organization, List<Draft> drafts) implements Operation {}

    record CorrectChange(int fact, Optional<String> change, Optional<String> effective) implements Operation {}

    record RetractChange(int fact) implements Operation {}

    /** Another source that agrees. */
    record AddSource(int fact) implements Operation {}

    /**
     * What another source says: something else in these fields, or that it never happened.
     *
     * @param holds false: it never happened
     */
    record ClaimOtherwise(int fact, Optional<String> change, Optional<String> effective, boolean holds)
            implements Operation {}

    /** @param claim draws one of the fact's claims */
    record PreferClaim(int fact, int claim) implements Operation {}

    /** @param claim draws one of the fact's claims */
    record WithdrawClaim(int fact, int claim) implements Operation {}

    /** A row of a file. */
    record Row(int organization, Draft draft) {}

    /**
     * Import the next file of the history's set.
     *
     * @param again how much of what the set says, at most, it says again
     * @param rows what else
     */
    record ImportFile(int again, List<Row> rows) implements Operation {}

    record UndoImport(int number) implements Operation {}

    record Dissolve(int organization, String effective) implements Operation {}

    record CorrectDissolution(int dissolution, String effective) implements Operation {}

    record RetractDissolution(int dissolution) implements Operation {}
}
