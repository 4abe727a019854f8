package org.depositary.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.web.representation.Representation;
import org.depositary.gateway.web.representation.RequestedRepresentation;
import org.depositary.gateway.web.tags.ConditionalRead;
import org.depositary.gateway.web.tags.ContentHash;
import org.depositary.gateway.web.tags.ReadTag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Builds the responses of reads, with entity tag and cursor. The status is 304 if the client already has the content.
 */
@ApplicationScoped
public class JsonResponses {

    /**
     * A response body that is not JSON.
     *
     * @param tag identifies the content
     */
    public record Body<T>(T of, String tag, Map<String, String> headers) {

        public Body(T of, String tag) {
            this(of, tag, Map.of());
        }
    }

    static final String VARY = "Accept-Language, Authorization";

    private final ItemJson json;
    private final RequestedFields fields;
    private final RequestedRepresentation representation;

    JsonResponses(ItemJson json, RequestedFields fields, RequestedRepresentation representation) {
        this.json = json;
        this.fields = fields;
        this.representation = representation;
    }

    /** A response with a JSON body, of the fields that the client wants. Its entity tag is a hash of that JSON. */
    public <T> RestResponse<T> of(T answer, Cursor cursor, Map<String, String> headers, Optional<String> ifNoneMatch) {
        var body = bytes(answer);
        var read = ConditionalRead.of(ifNoneMatch, "", ReadScope.NOT_ONLY_LOG);
        return response(
                read, ReadTag.ofContent(ContentHash.of(body)), Optional.of(cursor), () -> written(body), headers);
    }

    /**
     * A response from data outside the change log, so it has no cursor.
     *
     * @param linked the same answer as JSON-LD
     */
    public <T> RestResponse<T> of(
            T answer, Supplier<String> linked, Map<String, String> headers, Optional<String> ifNoneMatch) {
        var body = representation.is(Representation.JSON_LD)
                ? linked.get().getBytes(StandardCharsets.UTF_8)
                : bytes(answer);
        var read = ConditionalRead.of(ifNoneMatch, "", ReadScope.NOT_ONLY_LOG);
        var tag = ReadTag.ofContent(ContentHash.of(body));
        return response(read, tag, Optional.empty(), () -> written(body), headers);
    }

    /** The same, for a read from a snapshot. */
    <T> RestResponse<T> of(ConditionalRead read, T answer, Snapshot snapshot, Map<String, String> headers)
            throws SQLException {
        var body = bytes(answer);
        return response(read, read.tag(ContentHash.of(body), snapshot), cursor(snapshot), () -> written(body), headers);
    }

    /** A response with a body that is not JSON. The resource method declares its media type. */
    public <T> RestResponse<T> of(Body<T> body, Cursor cursor, Optional<String> ifNoneMatch) {
        return response(
                ConditionalRead.of(ifNoneMatch, "", ReadScope.NOT_ONLY_LOG),
                ReadTag.ofContent(body.tag()),
                Optional.of(cursor),
                () -> ResponseBuilder.ok(body.of()),
                body.headers());
    }

    /** The same, for a read from a snapshot. */
    <T> RestResponse<T> of(ConditionalRead read, Body<T> body, Snapshot snapshot) throws SQLException {
        return response(
                read,
                read.tag(body.tag(), snapshot),
                cursor(snapshot),
                () -> ResponseBuilder.ok(body.of()),
                body.headers());
    }

    /** The response to a client that has the content with this tag. */
    <T> RestResponse<T> notModified(ReadTag tag, Snapshot snapshot) throws SQLException {
        return described(ResponseBuilder.<T>notModified(), tag, cursor(snapshot))
                .build();
    }

    /** A temporary redirect, which caches must not keep without a check. */
    <T> RestResponse<T> redirect(String location, Cursor cursor) {
        return ResponseBuilder.<T>create(Status.TEMPORARY_REDIRECT)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, vary())
                .header("Depositary-Cursor", cursor.toString())
                .build();
    }

    private <T> RestResponse<T> response(
            ConditionalRead read,
            ReadTag tag,
            Optional<Cursor> cursor,
            Supplier<ResponseBuilder<T>> content,
            Map<String, String> headers) {
        var response = described(read.has(tag) ? ResponseBuilder.<T>notModified() : content.get(), tag, cursor);
        headers.forEach(response::header);
        return response.build();
    }

    private <T> ResponseBuilder<T> described(ResponseBuilder<T> response, ReadTag tag, Optional<Cursor> cursor) {
        response.header(HttpHeaders.ETAG, tag.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, vary());
        cursor.ifPresent(position -> response.header("Depositary-Cursor", position.toString()));
        return response;
    }

    private String vary() {
        return representation.isChoice() ? "Accept, " + VARY : VARY;
    }

    private static Optional<Cursor> cursor(Snapshot snapshot) throws SQLException {
        return Optional.of(snapshot.position().resumption());
    }

    /**
     * A response with a body that is already serialized, because the tag needs its bytes. The type parameter stays that
     * of the answer, for the OpenAPI document.
     */
    @SuppressWarnings("unchecked")
    private <T> ResponseBuilder<T> written(byte[] body) {
        return (ResponseBuilder<T>) ResponseBuilder.create(Status.OK, body)
                .type(representation.get().mediaType());
    }

    private byte[] bytes(Object answer) {
        return fields.selection().isAll() ? json.bytes(answer) : json.bytes(selected(answer));
    }

    /** The JSON of the fields that the client wants. */
    JsonNode selected(Object answer) {
        var selection = fields.selection();
        var all = json.tree(answer);
        if (!fields.areOfItems()) {
            return selection.of(all);
        }
        var page = (ObjectNode) all;
        page.set("items", selection.of(page.path("items")));
        return page;
    }
}
