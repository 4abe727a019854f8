package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFacts.ORGANIZATION;
import static org.depositary.membership.events.MembershipFacts.ORGANIZATIONS;
import static org.depositary.membership.events.MembershipFacts.ORGANIZATION_CHANGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.depositary.facts.command.FactAddress;
import org.depositary.facts.command.FactBody;
import org.depositary.facts.command.FactDraft;
import org.depositary.facts.command.FactResource;
import org.depositary.facts.command.Facts;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.vocabulary.PartialDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Organisations: register one, fix that, record what changed about it. */
@Path("/api/organizations")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "organisations")
public class OrganizationResource extends FactResource<OrganizationFact, Organization> {

    private final Facts facts;

    OrganizationResource(Facts facts) {
        super(facts);
        this.facts = facts;
    }

    @PUT
    @Path("{organization}")
    @Operation(summary = "Register an organisation; the same again is 200 and records nothing")
    public Response register(
            @PathParam("organization") String organization,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/Organization")))
                    JsonNode body) {
        Input.newOrganization(organization);
        return facts.register(body, address(organization), OrganizationResource::organization);
    }

    @POST
    @Path("{organization}/changes")
    @Operation(summary = "Record what changed in the world: names, seat, dissolution, successor; one or an array")
    public Response recordChange(
            @PathParam("organization") String organization,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/NewOrganizationChange")))
                    JsonNode body) {
        return facts.record(body, ORGANIZATIONS, fields -> change(organization, fields));
    }

    @Override
    protected FactAddress<OrganizationFact, Organization> address(String organization) {
        return new FactAddress<>(
                ORGANIZATIONS,
                ORGANIZATION,
                Input.organization(organization),
                Optional.of(ORGANIZATIONS.stream(organization)),
                (fields, organisation) -> canonical(fields, "founded", organisation.founded()));
    }

    private static Organization organization(FactBody fields) {
        canonical(fields, "founded", Optional.empty());
        return fields.statement(Organization.class);
    }

    private static FactDraft<OrganizationFact> change(String organization, FactBody fields) {
        canonical(fields, "effective", Optional.empty());
        fields.with("organization", Input.organization(organization));
        return new FactDraft<>(
                ORGANIZATIONS.stream(organization), ORGANIZATION_CHANGE, fields.statement(OrganizationChange.class));
    }

    /**
     * @param date the field that tells since when there is the seat
     * @param otherwise that date where the body has none
     */
    static void canonical(FactBody fields, String date, Optional<PartialDate> otherwise) {
        Input.slug(fields, "predecessor");
        Input.slug(fields, "successor");
        Input.country(fields, "seat", fields.fields().has(date) ? Input.date(fields, date) : otherwise);
    }
}
