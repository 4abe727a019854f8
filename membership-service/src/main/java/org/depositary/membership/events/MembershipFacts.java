package org.depositary.membership.events;

import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.Ledger;
import org.depositary.facts.events.FactKind;
import org.depositary.facts.events.FactTypes;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.domain.Memberships;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.membership.domain.Organizations;

/** The kinds of fact this service owns, their event names and versions, and the streams they stand in. */
public final class MembershipFacts {

    public static final FactKind<MembershipChange> MEMBERSHIP_CHANGE =
            new FactKind<>("membership-change", "membership-changed", 1, MembershipChange.class, Memberships.PATH);

    public static final FactKind<Organization> ORGANIZATION =
            new FactKind<>("organization", "organization-registered", 1, Organization.class, Organizations.PATH);

    public static final FactKind<OrganizationChange> ORGANIZATION_CHANGE = new FactKind<>(
            "organization-change", "organization-changed", 1, OrganizationChange.class, Organizations.CHANGES_PATH);

    /** {@code membership:<organization>/<party>} */
    public static final Aggregate<FactCommand<MembershipChange>, Ledger<MembershipChange>, FactEvent<MembershipChange>>
            MEMBERSHIP = new Aggregate<>("membership", Memberships.DECIDER, new FactTypes<>(MEMBERSHIP_CHANGE));

    /** {@code organization:<slug>} */
    public static final Aggregate<FactCommand<OrganizationFact>, Ledger<OrganizationFact>, FactEvent<OrganizationFact>>
            ORGANIZATIONS = new Aggregate<>(
                    "organization", Organizations.DECIDER, new FactTypes<>(ORGANIZATION, ORGANIZATION_CHANGE));

    private MembershipFacts() {}
}
