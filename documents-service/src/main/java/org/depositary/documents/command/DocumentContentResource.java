package org.depositary.documents.command;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.depositary.documents.archive.DocumentArchive;
import org.depositary.documents.archive.StoredDocument;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.ByteRange;
import org.depositary.eventsourcing.http.EntityTags;
import org.depositary.eventsourcing.http.ProblemJson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
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
    @Operation(
            summary = "The original bytes, as an attachment. A restricted document needs the role contributor.",
            description = "A download can be resumed: send Range with one range of bytes, and If-Range with the ETag."
                    + " Several ranges return the whole document.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes, with the media type of the upload",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The bytes of the range",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has these bytes: If-None-Match is their ETag")
    @APIResponse(responseCode = "401", description = "A restricted document, and no token")
    @APIResponse(responseCode = "403", description = "A restricted document, and a token without the role contributor")
    @APIResponse(responseCode = "404", description = "Unknown document, or the document was taken down")
    @APIResponse(responseCode = "416", description = "The range is after the end. Content-Range has the length.")
    public Response content(
            @RestPath String id,
            @Parameter(description = "One range of bytes, for example `bytes=1024-`") @RestHeader("Range")
                    Optional<String> range,
            @Parameter(description = "The range counts only while the document has this ETag") @RestHeader("If-Range")
                    Optional<String> ifRange,
            @RestHeader("If-None-Match") Optional<String> ifNoneMatch,
            @Context Request request) {
        var document = readable(id);
        var tag = "\"%s\"".formatted(document.id());
        if (EntityTags.isKnown(ifNoneMatch, tag)) {
            return withCommonHeaders(Response.notModified(), tag).build();
        }
        var part = range.filter(asked -> request.getMethod().equals(HttpMethod.GET))
                .filter(asked -> ifRange.isEmpty() || ifRange.get().strip().equals(tag))
                .flatMap(asked -> ByteRange.parse(asked, document.bytes()));
        if (part.filter(asked -> !asked.isSatisfiable()).isPresent()) {
            return unsatisfiable(part.get());
        }
        return bytes(document, part, tag);
    }

    private StoredDocument readable(String id) {
        var document = archive.find(id).orElseThrow(() -> Problem.notFound("Unknown document id"));
        checkAuthorization(document);
        document.takenDown().ifPresent(reason -> {
            throw Problem.notFound("This document was taken down: " + reason);
        });
        return document;
    }

    private Response bytes(StoredDocument document, Optional<ByteRange> part, String tag) {
        long first = part.map(ByteRange::first).orElse(0L);
        long length = part.map(ByteRange::length).orElse(document.bytes());
        StreamingOutput bytes = out -> archive.writeTo(document.id(), first, length, out);
        var response = withCommonHeaders(
                Response.status(part.isPresent() ? Status.PARTIAL_CONTENT : Status.OK)
                        .entity(bytes),
                tag);
        part.ifPresent(range -> response.header("Content-Range", range.contentRange()));
        return response.header(HttpHeaders.CONTENT_TYPE, document.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(document))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private static ResponseBuilder withCommonHeaders(ResponseBuilder response, String tag) {
        return response.header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                // Bytes in a cache would stay there after a takedown, or after the rights have changed.
                // No proxy may compress them, because a range counts the bytes of the upload.
                .header(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    }

    private static Response unsatisfiable(ByteRange range) {
        var problem =
                Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "The document has %d bytes".formatted(range.total()));
        return Response.fromResponse(ProblemJson.response(problem))
                .header("Content-Range", range.contentRange())
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
