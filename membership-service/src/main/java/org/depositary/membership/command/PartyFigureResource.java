package org.depositary.membership.command;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.depositary.facts.command.FactRecorder;
import org.depositary.membership.events.InstitutionKind;
import org.depositary.vocabulary.parties.PartyLookup;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records figures about parties. */
@Path("/api/parties")
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "institutions")
public class PartyFigureResource {

    private final FactRecorder recorder;
    private final InstitutionResource institutions;

    PartyFigureResource(FactRecorder recorder, InstitutionResource institutions) {
        this.recorder = recorder;
        this.institutions = institutions;
    }

    @POST
    @Path("{code}/figures")
    @Operation(
            summary =
                    "Record a figure about a state or an organisation. `null` means that the source calls the value unknown.")
    @RequestBody(content = @Content(mediaType = APPLICATION_JSON, schema = @Schema(ref = "NewFigure")))
    @APIResponse(responseCode = "404", description = "Unknown party, or an ambiguous name")
    public Response recordFigure(
            @Parameter(
                            description =
                                    "A code or name of the party. An ambiguous name returns 404 with the possible parties.")
                    @PathParam("code")
                    String code,
            JsonNode body) {
        var party = MembershipRequestParser.partyInUrl(code);
        return PartyLookup.isState(party)
                // The parser resolves the party, because a numeric code depends on the date of the figure.
                ? recorder.record(
                        body,
                        InstitutionKind.FIGURE.aggregate(),
                        fields -> InstitutionRequestParser.parse(
                                InstitutionKind.FIGURE, InstitutionRequestParser.figure(fields, code)))
                : institutions.recordFigure(party.code(), body);
    }
}
