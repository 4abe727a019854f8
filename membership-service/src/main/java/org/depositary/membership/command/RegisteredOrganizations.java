package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFacts.ORGANIZATIONS;

import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.Session;
import org.depositary.facts.Fact;

/** Rejects facts about organisations that are not registered. */
final class RegisteredOrganizations {

    private RegisteredOrganizations() {}

    /** @throws Problem {@code not-found} if the organisation is not registered */
    static void require(Session session, String organization) {
        session.read(ORGANIZATIONS, ORGANIZATIONS.stream(organization))
                .find(organization)
                .filter(Fact::stands)
                .orElseThrow(() ->
                        Problem.notFound("No organisation is registered as %1$s; PUT /api/organizations/%1$s first"
                                .formatted(organization)));
    }
}
