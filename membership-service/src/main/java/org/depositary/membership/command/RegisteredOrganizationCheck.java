package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATIONS;

import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Fact;

final class RegisteredOrganizationCheck {

    private RegisteredOrganizationCheck() {}

    /**
     * Requires the organisation to be registered.
     *
     * @throws Problem {@code not-found} if it is not
     */
    static void require(UnitOfWork unitOfWork, String organization) {
        unitOfWork
                .read(ORGANIZATIONS, ORGANIZATIONS.stream(organization))
                .find(organization)
                .filter(Fact::stands)
                .orElseThrow(
                        () -> Problem.notFound("Organisation %1$s is not registered. PUT /api/organizations/%1$s first"
                                .formatted(organization)));
    }
}
