package org.depositary.membership.command;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.membership.events.InstitutionKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records institutional facts of an organisation. Each method takes one fact or an array. */
@Path("/api/organizations")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "institutions")
public class InstitutionResource {

    private final FactRecorder recorder;

    InstitutionResource(FactRecorder recorder) {
        this.recorder = recorder;
    }

    @POST
    @Path("{organization}/organs")
    @Operation(summary = "Record the state of an organ from a date")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewOrgan")))
    public Response recordOrgan(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.ORGAN, organization, body, InstitutionRequestParser::organ);
    }

    @POST
    @Path("{organization}/terms")
    @Operation(summary = "Record a term of office")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewTerm")))
    public Response recordTerm(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.TERM, organization, body);
    }

    @POST
    @Path("{organization}/meetings")
    @Operation(summary = "Record a meeting of an organ")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewMeeting")))
    public Response recordMeeting(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.MEETING, organization, body);
    }

    @POST
    @Path("{organization}/relations")
    @Operation(summary = "Record a relation of the organisation to an organisation or state")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewRelation")))
    public Response recordRelation(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.RELATION, organization, body);
    }

    @POST
    @Path("{organization}/contributions")
    @Operation(
            summary = "Record a budget: the share of each party, or the total. A wrong sum is returned as a warning.")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewContribution")))
    public Response recordContribution(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.CONTRIBUTION, organization, body);
    }

    @POST
    @Path("{organization}/rules")
    @Operation(summary = "Record a rule of procedure")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewRule")))
    public Response recordRule(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.RULE, organization, body);
    }

    @POST
    @Path("{organization}/figures")
    @Operation(
            summary =
                    "Record a figure about the organisation or an organ. `null` means that the source calls the value unknown.")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewFigure")))
    public Response recordFigure(@PathParam("organization") String organization, JsonNode body) {
        return record(InstitutionKind.FIGURE, organization, body, InstitutionRequestParser::figure);
    }

    private Response record(InstitutionKind<?> kind, String organization, JsonNode body) {
        return record(kind, organization, body, UnaryOperator.identity());
    }

    private Response record(
            InstitutionKind<?> kind, String organization, JsonNode body, UnaryOperator<FactRequestBody> prepared) {
        return recorder.record(
                body,
                kind.aggregate(),
                fields -> InstitutionRequestParser.parse(
                        kind,
                        prepared.apply(fields)
                                .with("organization", MembershipRequestParser.organization(organization))),
                unitOfWork -> RegisteredOrganizationCheck.require(
                        unitOfWork, MembershipRequestParser.organization(organization)));
    }
}
