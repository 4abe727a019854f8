package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATIONS;
import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATION_CHANGE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Corrects, retracts and adds sources and claims to recorded changes of organisations. A recorded change says that an
 * organisation got a new name, seat or successor, or was dissolved, from a date on. {@link OrganizationResource}
 * records it.
 */
@Path("/api/organization-changes")
@Tag(name = "organisations")
public class OrganizationChangeResource extends FactResource<OrganizationFact, OrganizationChange> {

    OrganizationChangeResource(FactChanger facts) {
        super(facts);
    }

    @Override
    protected FactLookup<OrganizationFact, OrganizationChange> lookup(String id) {
        return new FactLookup<>(ORGANIZATIONS, ORGANIZATION_CHANGE, id, Optional.empty(), (fields, change) -> {
            MembershipRequestParser.rejectField(fields, "organization");
            OrganizationResource.canonicalize(fields, "effective", Optional.of(change.effective()));
        });
    }
}
