package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A statement about an organisation beyond its members: organs, offices, meetings, relations, contributions, rules,
 * figures. Each kind is one record, which also defines its JSON.
 */
public sealed interface InstitutionalFact extends StatementWithWarnings
        permits Organ, TermOfOffice, Meeting, NonMemberRelation, Contribution, OrganizationRule, StatisticalFigure {

    /** The maximum length of a name, office, unit or reference, in code points. */
    int LONGEST = 300;

    /** The maximum length of prose, in code points. */
    int LONGEST_PROSE = 5_000;

    /**
     * Returns the date since which the fact holds; empty if the source gives none. Parties are resolved as of this
     * date.
     */
    Optional<PartialDate> since();

    /** Returns the parties that the fact names, with its date. By default there are none. */
    default Stream<DatedParty> parties() {
        return Stream.empty();
    }

    /** Adds the violations of rules that the types of the fields do not already enforce. */
    void check(ViolationCollector violations);

    /** Returns the name of the stream of the fact. By default each fact has its own stream, named by its id. */
    default String streamName(String id) {
        return id;
    }

    @Override
    default List<String> warnings() {
        return DatedParty.warnings(parties());
    }
}
