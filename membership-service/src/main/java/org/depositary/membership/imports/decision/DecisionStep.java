package org.depositary.membership.imports.decision;

import java.util.Optional;

/** What is to be done about one thing that a file says, or says no more. */
public sealed interface DecisionStep {

    /** It is recorded already. */
    record Known(FileChange wanted, String fact) implements DecisionStep {}

    /** Nothing, because somebody else had a hand in it. */
    record Kept(Optional<Integer> line, String fact, String reason) implements DecisionStep {}

    /** @param id of the fact that it will be */
    record New(String id, FileChange wanted) implements DecisionStep {}

    record Moved(SetFact said, FileChange wanted) implements DecisionStep {}

    record Gone(SetFact said) implements DecisionStep {}

    record Rejected(FileChange wanted, String reason) implements DecisionStep {}
}
