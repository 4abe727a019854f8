package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFacts.ORGANIZATIONS;
import static org.depositary.membership.events.MembershipFacts.ORGANIZATION_CHANGE;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed about an organisation, once it is recorded. */
@Path("/api/organization-changes")
@Tag(name = "organisations")
public class OrganizationChangeResource extends FactResource<OrganizationFact, OrganizationChange> {

    OrganizationChangeResource(FactChanger facts) {
        super(facts);
    }

    @Override
    protected FactLookup<OrganizationFact, OrganizationChange> lookup(String id) {
        return new FactLookup<>(ORGANIZATIONS, ORGANIZATION_CHANGE, id, Optional.empty(), (fields, change) -> {
            MembershipInput.refuse(fields, "organization");
            OrganizationResource.canonical(fields, "effective", Optional.of(change.effective()));
        });
    }
}
