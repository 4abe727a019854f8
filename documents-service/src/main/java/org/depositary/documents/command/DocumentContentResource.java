package org.depositary.documents.command;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.archive.StoredDocument;
import org.depositary.eventsourcing.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Serves the original bytes of a document to authorised callers, with headers that keep a browser from running them.
 */
@Path("/api/documents/{id}/content")
@RunOnVirtualThread
@Tag(name = "documents")
public class DocumentContentResource {

    private final DocumentArchive archive;
    private final CurrentIdentityAssociation callers;
    private final boolean readsAreOpen;

    DocumentContentResource(
            DocumentArchive archive,
            CurrentIdentityAssociation callers,
            @ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") String readsPolicy) {
        this.archive = archive;
        this.callers = callers;
        this.readsAreOpen = readsPolicy.equals("permit");
    }

    @GET
    @Operation(summary = "The original bytes, as an attachment. A restricted document needs the role contributor.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, with the media type of the upload",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = "A restricted document, and no token")
    @APIResponse(responseCode = "403", description = "A restricted document, and a token without the role contributor")
    @APIResponse(responseCode = "404", description = "Unknown document, or the document was taken down")
    public Response content(@RestPath String id) {
        var document = archive.find(id).orElseThrow(() -> Problem.notFound("Unknown document id"));
        checkAuthorization(document);
        document.takenDown().ifPresent(reason -> {
            throw Problem.notFound("This document was taken down: " + reason);
        });
        StreamingOutput bytes = out -> archive.writeTo(id, out);
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, document.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, document.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
                // Bytes in a cache would stay there after a takedown, or after the rights have changed.
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private void checkAuthorization(StoredDocument document) {
        if (document.isPublic() && readsAreOpen) {
            return;
        }
        var caller = callers.getDeferredIdentity().await().indefinitely();
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!document.isPublic() && !caller.hasRole("contributor")) {
            throw new ForbiddenException();
        }
    }

    /**
     * Returns the Content-Disposition header (RFC 6266). It has the file name twice: in ASCII for old clients, and in
     * UTF-8 (RFC 8187).
     */
    private static String disposition(StoredDocument document) {
        var name = document.filename().orElse(document.id());
        var ascii = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }
}
