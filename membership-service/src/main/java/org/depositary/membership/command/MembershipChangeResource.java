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

/** Corrects, retracts and adds sources and claims to recorded membership changes. */
@Path("/api/membership-changes")
@Tag(name = "memberships")
public class MembershipChangeResource extends FactResource<MembershipChange, MembershipChange> {

    MembershipChangeResource(FactChanger facts) {
        super(facts);
    }

    @Override
    protected FactLookup<MembershipChange, MembershipChange> lookup(String id) {
        return new FactLookup<>(MEMBERSHIP, MEMBERSHIP_CHANGE, id, Optional.empty(), (fields, change) -> {
            // A correction must not change the party or the organisation, because each pair has its own timeline. The
            // caller must retract the change and record a new one.
            MembershipRequestParser.rejectField(fields, "party");
            MembershipRequestParser.rejectField(fields, "organization");
            MembershipRequestParser.rejectField(fields, MembershipRequestParser.AS_WRITTEN);
        });
    }
}
