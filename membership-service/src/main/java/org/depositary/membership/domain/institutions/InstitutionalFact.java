package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Violations;

/**
 * What is stated about an organisation beside its members: how it is built, who speaks for it, when it met, whom it works
 * with, what it costs, how it decides, how large it is. Each kind is one record, which is its JSON too.
 */
public sealed interface InstitutionalFact extends StatementWithWarnings
        permits Organ, Term, Meeting, Relation, Contribution, Rule, Figure {

    /** The most code points that a name, an office, a unit or a reference to something takes. */
    int LONGEST = 300;

    /** The most code points that prose takes. */
    int LONGEST_PROSE = 5_000;

    /** When it began to be so, where that is told: as of then parties are meant. */
    Optional<PartialDate> since();

    /** Tells what is wrong with it beyond what its types keep. */
    void check(Violations violations);

    /** The name of its stream, given its id: a stream of its own, unless it is one of several about the same thing. */
    default String streamName(String id) {
        return id;
    }

    @Override
    default List<String> warnings() {
        return List.of();
    }
}
