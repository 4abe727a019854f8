package org.depositary.membership.events;

import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactEventCodec;
import org.depositary.facts.events.FactKind;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.domain.MembershipDecider;
import org.depositary.membership.domain.OrganizationDecider;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;

/** Defines the kinds of fact of this service: event names, versions and streams. */
public final class MembershipFactKinds {

    public static final FactKind<MembershipChange> MEMBERSHIP_CHANGE = new FactKind<>(
            "membership-change", "membership-changed", 1, MembershipChange.class, MembershipDecider.PATH);

    public static final FactKind<Organization> ORGANIZATION =
            new FactKind<>("organization", "organization-registered", 1, Organization.class, OrganizationDecider.PATH);

    public static final FactKind<OrganizationChange> ORGANIZATION_CHANGE = new FactKind<>(
            "organization-change",
            "organization-changed",
            1,
            OrganizationChange.class,
            OrganizationDecider.CHANGES_PATH);

    /**
     * The aggregate of membership changes. Each party in each organisation has a stream: {@code
     * membership:<organization>/<party>}.
     */
    public static final AggregateType<
                    FactCommand<MembershipChange>, FactStream<MembershipChange>, FactEvent<MembershipChange>>
            MEMBERSHIP = new AggregateType<>(
                    "membership", MembershipDecider.DECIDER, new FactEventCodec<>(MEMBERSHIP_CHANGE));

    /** The aggregate of organisations. Each organisation has a stream: {@code organization:<slug>}. */
    public static final AggregateType<
                    FactCommand<OrganizationFact>, FactStream<OrganizationFact>, FactEvent<OrganizationFact>>
            ORGANIZATIONS = new AggregateType<>(
                    "organization",
                    OrganizationDecider.DECIDER,
                    new FactEventCodec<>(ORGANIZATION, ORGANIZATION_CHANGE));

    private MembershipFactKinds() {}
}
