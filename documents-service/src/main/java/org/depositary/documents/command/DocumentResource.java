package org.depositary.documents.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.depositary.documents.DocumentLimits;
import org.depositary.documents.domain.DocumentRights;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.SpooledBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Receives documents, corrects their metadata, extracts their text again, and takes them down. */
@Path("/api/documents")
@RunOnVirtualThread
@Tag(name = "documents")
public class DocumentResource {

    private static final String A_DOCUMENT = "A document";

    private final DocumentCommandHandler commands;
    private final DocumentLimits settings;
    private final JsonBodyReader bodies;

    DocumentResource(DocumentCommandHandler commands, DocumentLimits settings, JsonBodyReader bodies) {
        this.commands = commands;
        this.settings = settings;
        this.bodies = bodies;
    }

    @POST
    @RolesAllowed("contributor")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Upload a document: the bytes are the body, Content-Type is their media type",
            description =
                    "As multipart/form-data, part `file` has the bytes, and part `metadata` their metadata in JSON."
                            + " The id is made of the bytes, so the same bytes are one document.")
    @APIResponse(responseCode = "202", description = "The bytes are stored; their text will be extracted")
    @APIResponse(responseCode = "200", description = "These bytes are known already; the metadata is ignored")
    @APIResponse(responseCode = "410", description = "These bytes were taken down")
    @APIResponse(responseCode = "413", description = "More bytes than the limit allows")
    @APIResponse(responseCode = "422", description = "No bytes, or invalid metadata")
    public Response receive(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) Optional<String> contentType,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_LENGTH) Optional<Long> length,
            @RestQuery Optional<String> filename)
            throws IOException {
        refuseTooLarge(length.orElse(0L));
        try (var upload = SpooledBody.from(body, A_DOCUMENT, largest())) {
            return commands.receive(upload, given(contentType, filename, DocumentMetadataBody.NOTHING));
        }
    }

    @POST
    @RolesAllowed("contributor")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Upload a document with its metadata")
    @APIResponse(responseCode = "202", description = "The bytes are stored; extraction will follow")
    @APIResponse(responseCode = "200", description = "These bytes are already stored; the request changed nothing")
    @APIResponse(responseCode = "410", description = "These bytes were taken down")
    @APIResponse(responseCode = "413", description = "The body is above the upload limit")
    @APIResponse(responseCode = "422", description = "No bytes, or invalid metadata")
    public Response receiveWithMetadata(
            @RestForm("file") FileUpload file,
            @RestForm("metadata") @PartType(MediaType.TEXT_PLAIN) Optional<String> metadata,
            @RestQuery Optional<String> filename)
            throws IOException {
        if (file == null) {
            throw Problem.invalid("file", "is required: a part with the bytes");
        }
        refuseTooLarge(file.size());
        var said = metadata(metadata);
        try (var bytes = Files.newInputStream(file.uploadedFile());
                var upload = SpooledBody.from(bytes, A_DOCUMENT, largest())) {
            var name = filename.or(() -> Optional.ofNullable(file.fileName()));
            return commands.receive(upload, given(Optional.ofNullable(file.contentType()), name, said));
        }
    }

    @PUT
    @Path("{id}/metadata")
    @RolesAllowed("curator")
    @Operation(summary = "Correct the metadata of a document. Absent fields stay unchanged.")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "200", description = "No change")
    @APIResponse(responseCode = "404", description = "Unknown document")
    @APIResponse(responseCode = "422", description = "The body is not valid")
    public Response correct(
            @RestPath String id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = DocumentMetadataBody.class)))
                    JsonNode body) {
        return commands.correct(id, body, bodies.read(body, DocumentMetadataBody.class));
    }

    @POST
    @Path("{id}/retry")
    @RolesAllowed("contributor")
    @Operation(summary = "Extract the text again. Citations follow their quotes into the new text.")
    @APIResponse(responseCode = "202", description = "The text will be extracted")
    @APIResponse(responseCode = "404", description = "Unknown document")
    @APIResponse(responseCode = "409", description = "The document was taken down")
    public Response retry(@RestPath String id) {
        return commands.retry(id);
    }

    @POST
    @Path("{id}/takedown")
    @RolesAllowed("admin")
    @Operation(summary = "Erase the bytes and the text everywhere. The hash, the metadata and the reason stay.")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "200", description = "No change")
    @APIResponse(responseCode = "404", description = "Unknown document")
    @APIResponse(responseCode = "422", description = "The body is not valid")
    public Response takeDown(
            @RestPath String id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TakedownBody.class)))
                    JsonNode body) {
        return commands.takeDown(id, body, bodies.read(body, TakedownBody.class).readReason());
    }

    @DELETE
    @Path("{id}/takedown")
    @RolesAllowed("admin")
    @Operation(
            summary = "Lift a takedown: the same bytes are accepted again. The erased bytes and text do not come back.")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "200", description = "No change")
    @APIResponse(responseCode = "404", description = "Unknown document")
    @APIResponse(responseCode = "409", description = "The document is not taken down")
    @APIResponse(responseCode = "422", description = "The body is not valid")
    public Response liftTakedown(
            @RestPath String id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = TakedownBody.class)))
                    JsonNode body) {
        return commands.liftTakedown(
                id, body, bodies.read(body, TakedownBody.class).readReason());
    }

    private UploadMetadata given(Optional<String> contentType, Optional<String> filename, DocumentMetadataBody said) {
        return UploadMetadata.of(
                contentType, filename, said.readRights().orElse(DocumentRights.RESTRICTED), said.metadata());
    }

    private DocumentMetadataBody metadata(Optional<String> json) {
        var said =
                json.map(text -> bodies.read(text, DocumentMetadataBody.class)).orElse(DocumentMetadataBody.NOTHING);
        if (said.reason().isPresent()) {
            throw Problem.invalid("reason", "is allowed in corrections only");
        }
        return said;
    }

    private long largest() {
        return settings.largest().asLongValue();
    }

    private void refuseTooLarge(long bytes) {
        if (bytes > largest()) {
            throw SpooledBody.tooLarge(A_DOCUMENT, largest());
        }
    }
}
