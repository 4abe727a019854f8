package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.dates.PartialDate;
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

    /** The date since which it holds. Parties are resolved as of this date. */
    Optional<PartialDate> since();

    /** Adds violations of rules that the types of the fields do not enforce. */
    void check(ViolationCollector violations);

    /** The name of its stream, given its id. By default each fact has a stream of its own. */
    default String streamName(String id) {
        return id;
    }

    @Override
    default List<String> warnings() {
        return List.of();
    }
}
