package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;
import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP_CHANGE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.depositary.membership.domain.MembershipChange;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Commands on recorded membership changes. */
@Path("/api/membership-changes")
@Tag(name = "memberships")
public class MembershipChangeResource extends FactResource<MembershipChange, MembershipChange> {

    MembershipChangeResource(FactChanger facts) {
        super(facts);
    }

    @Override
    protected FactLookup<MembershipChange, MembershipChange> lookup(String id) {
        return new FactLookup<>(MEMBERSHIP, MEMBERSHIP_CHANGE, id, Optional.empty(), (fields, change) -> {
            // Another party or organisation is another timeline: the caller retracts the change and records it there.
            MembershipRequestParser.rejectField(fields, "party");
            MembershipRequestParser.rejectField(fields, "organization");
        });
    }
}
