package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATION;
import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATIONS;
import static org.depositary.membership.events.MembershipFactKinds.ORGANIZATION_CHANGE;

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
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.facts.command.FactResource;
import org.depositary.membership.domain.OrganizationFact;
import org.depositary.membership.domain.OrganizationFact.Organization;
import org.depositary.membership.domain.OrganizationFact.OrganizationChange;
import org.depositary.vocabulary.dates.PartialDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registers organisations, corrects and retracts their registrations, and records their later changes. */
@Path("/api/organizations")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "organisations")
public class OrganizationResource extends FactResource<OrganizationFact, Organization> {

    private final FactRecorder recorder;

    OrganizationResource(FactRecorder recorder, FactChanger changer) {
        super(changer);
        this.recorder = recorder;
    }

    @PUT
    @Path("{organization}")
    @Operation(summary = "Register an organisation. A repeated registration returns 200 and records nothing.")
    public Response register(
            @PathParam("organization") String organization,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/Organization")))
                    JsonNode body) {
        MembershipRequestParser.newOrganization(organization);
        return recorder.register(body, lookup(organization), OrganizationResource::organization);
    }

    @POST
    @Path("{organization}/changes")
    @Operation(summary = "Record a change of an organisation: names, seat, dissolution, successor. One or an array.")
    public Response recordChange(
            @PathParam("organization") String organization,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/NewOrganizationChange")))
                    JsonNode body) {
        return recorder.record(body, ORGANIZATIONS, fields -> change(organization, fields));
    }

    @Override
    protected FactLookup<OrganizationFact, Organization> lookup(String organization) {
        return new FactLookup<>(
                ORGANIZATIONS,
                ORGANIZATION,
                MembershipRequestParser.organization(organization),
                Optional.of(ORGANIZATIONS.stream(organization)),
                (fields, organisation) -> canonicalize(fields, "founded", organisation.founded()));
    }

    private static Organization organization(FactRequestBody fields) {
        canonicalize(fields, "founded", Optional.empty());
        return fields.statement(Organization.class);
    }

    private static FactRequest<OrganizationFact> change(String organization, FactRequestBody fields) {
        canonicalize(fields, "effective", Optional.empty());
        fields.with("organization", MembershipRequestParser.organization(organization));
        return new FactRequest<>(
                ORGANIZATIONS.stream(organization), ORGANIZATION_CHANGE, fields.statement(OrganizationChange.class));
    }

    /**
     * @param dateField the field with the date of the seat
     * @param otherwise the date to use if the body has none
     */
    static void canonicalize(FactRequestBody fields, String dateField, Optional<PartialDate> otherwise) {
        MembershipRequestParser.requireSlug(fields, "predecessor");
        MembershipRequestParser.requireSlug(fields, "successor");
        MembershipRequestParser.country(
                fields,
                "seat",
                fields.fields().has(dateField) ? MembershipRequestParser.date(fields, dateField) : otherwise);
    }
}
