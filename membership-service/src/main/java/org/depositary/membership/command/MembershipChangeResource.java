package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP;
import static org.depositary.membership.events.MembershipFacts.MEMBERSHIP_CHANGE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.depositary.membership.domain.MembershipChange;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A membership change, once it is recorded. */
@Path("/api/membership-changes")
@Tag(name = "memberships")
public class MembershipChangeResource extends FactResource<MembershipChange, MembershipChange> {

    MembershipChangeResource(FactChanger facts) {
        super(facts);
    }

    @Override
    protected FactLookup<MembershipChange, MembershipChange> lookup(String id) {
        return new FactLookup<>(MEMBERSHIP, MEMBERSHIP_CHANGE, id, Optional.empty(), (fields, change) -> {
            // Another party or organisation would be another timeline: retract, and record it there.
            MembershipInput.refuse(fields, "party");
            MembershipInput.refuse(fields, "organization");
        });
    }
}
