package org.depositary.membership.events;

import java.util.List;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactEventCodec;
import org.depositary.facts.events.FactKind;
import org.depositary.membership.domain.institutions.Contribution;
import org.depositary.membership.domain.institutions.InstitutionDecider;
import org.depositary.membership.domain.institutions.InstitutionalFact;
import org.depositary.membership.domain.institutions.Meeting;
import org.depositary.membership.domain.institutions.NonMemberRelation;
import org.depositary.membership.domain.institutions.Organ;
import org.depositary.membership.domain.institutions.OrganizationRule;
import org.depositary.membership.domain.institutions.StatisticalFigure;
import org.depositary.membership.domain.institutions.TermOfOffice;

/**
 * One kind of institutional fact: {@code term-recorded}, in the stream {@code term:<uuid>}, under {@code /api/terms}.
 * The kinds differ in their statement only.
 *
 * @param kind the names of its events and its URL path
 * @param aggregate the streams of these facts
 */
public record InstitutionKind<S extends InstitutionalFact>(
        FactKind<S> kind,
        AggregateType<FactCommand<InstitutionalFact>, FactStream<InstitutionalFact>, FactEvent<InstitutionalFact>>
                aggregate) {

    public static final InstitutionKind<Organ> ORGAN = of("organ", Organ.class);
    public static final InstitutionKind<TermOfOffice> TERM = of("term", TermOfOffice.class);
    public static final InstitutionKind<Meeting> MEETING = of("meeting", Meeting.class);
    public static final InstitutionKind<NonMemberRelation> RELATION = of("relation", NonMemberRelation.class);
    public static final InstitutionKind<Contribution> CONTRIBUTION = of("contribution", Contribution.class);
    public static final InstitutionKind<OrganizationRule> RULE = of("rule", OrganizationRule.class);
    public static final InstitutionKind<StatisticalFigure> FIGURE = of("figure", StatisticalFigure.class);

    public static final List<InstitutionKind<?>> ALL =
            List.of(ORGAN, TERM, MEETING, RELATION, CONTRIBUTION, RULE, FIGURE);

    private static <S extends InstitutionalFact> InstitutionKind<S> of(String name, Class<S> statement) {
        var kind = new FactKind<>(name, name + "-recorded", 1, statement, "/api/" + name + "s");
        return new InstitutionKind<>(
                kind,
                new AggregateType<>(
                        name,
                        InstitutionDecider.DECIDER,
                        new FactEventCodec<InstitutionalFact>(MembershipTypesJson.mapper(), kind)));
    }
}
