package org.depositary.membership.imports.decision;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.sources.Source;

/** A step of an import, for one change in the file, or for one fact of the set that is no longer in the file. */
sealed interface DecisionStep {

    /** The change in the file is already recorded, so nothing is done. */
    record Known(FileMembershipChange change, String fact) implements DecisionStep {}

    /**
     * The change in the file is recorded with the sources of others. The file's sources join them.
     *
     * @param sources the sources of the fact before the import
     */
    record Confirmed(FileMembershipChange change, String fact, List<Source> sources) implements DecisionStep {}

    /**
     * A fact stays as it is, although the file differs from it.
     *
     * @param line absent if the file no longer has the fact
     */
    record Kept(Optional<Integer> line, String fact, String reason) implements DecisionStep {}

    /**
     * The change in the file is recorded as a new fact.
     *
     * @param fact the id of the new fact
     */
    record Accepted(String fact, FileMembershipChange change) implements DecisionStep {}

    record Corrected(DataSetFact before, FileMembershipChange after) implements DecisionStep {}

    record Retracted(DataSetFact fact) implements DecisionStep {}

    record Rejected(FileMembershipChange change, String reason) implements DecisionStep {}
}
