package org.depositary.membership.command;

import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP;
import static org.depositary.membership.events.MembershipFactKinds.MEMBERSHIP_CHANGE;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.domain.MembershipDecider;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Records membership changes. {@link FactRecorder} handles the request, and {@link MembershipDecider} decides whether
 * the change is possible.
 */
@Path("/api/organizations")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "memberships")
public class MembershipResource {

    private final FactRecorder recorder;

    MembershipResource(FactRecorder recorder) {
        this.recorder = recorder;
    }

    @POST
    @Path("{organization}/membership-changes")
    @Operation(summary = "Record a membership change, or an array of changes that are decided together")
    public Response recordChange(
            @PathParam("organization") String organization,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/NewMembershipChange")))
                    JsonNode body) {
        return recorder.record(
                body,
                MEMBERSHIP,
                fields -> change(organization, fields),
                unitOfWork -> RegisteredOrganizationCheck.require(unitOfWork, organization));
    }

    private static FactRequest<MembershipChange> change(String organization, FactRequestBody fields) {
        MembershipRequestParser.partyOfMembership(fields);
        fields.with("organization", MembershipRequestParser.organization(organization));
        var change = fields.statement(MembershipChange.class);
        return new FactRequest<>(
                MEMBERSHIP.stream(organization + "/" + change.party().code()), MEMBERSHIP_CHANGE, change);
    }
}
