package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFacts.ORGANIZATIONS;
import static org.depositary.membership.events.MembershipFacts.ORGANIZATION_CHANGE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.facts.command.FactAddress;
import org.depositary.facts.command.FactResource;
import org.depositary.facts.command.Facts;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed about an organisation, once it is recorded. */
@Path("/api/organization-changes")
@Tag(name = "organisations")
public class OrganizationChangeResource extends FactResource<OrganizationFact, OrganizationChange> {

    OrganizationChangeResource(Facts facts) {
        super(facts);
    }

    @Override
    protected FactAddress<OrganizationFact, OrganizationChange> address(String id) {
        return new FactAddress<>(ORGANIZATIONS, ORGANIZATION_CHANGE, id, Optional.empty(), (fields, change) -> {
            Input.refuse(fields, "organization");
            OrganizationResource.canonical(fields, "effective", Optional.of(change.effective()));
        });
    }
}
