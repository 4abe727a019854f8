package org.depositary.membership.imports;

import java.util.Optional;

/** What is to be done about one thing that a file says, or says no more. */
sealed interface Step {

    /** It is recorded already. */
    record Known(Wanted wanted, String fact) implements Step {}

    /** Nothing, because somebody else had a hand in it. */
    record Kept(Optional<Integer> line, String fact, String reason) implements Step {}

    /** @param id of the fact that it will be */
    record New(String id, Wanted wanted) implements Step {}

    record Moved(Said said, Wanted wanted) implements Step {}

    record Gone(Said said) implements Step {}

    record Rejected(Wanted wanted, String reason) implements Step {}
}
