package org.depositary.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.depositary.gateway.log.Cursor;
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
     * @param tag entity tag that identifies the content
     */
    public record Body<T>(T of, String tag) {}

    private final ObjectMapper mapper;

    JsonResponses(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A response with a JSON body. Its entity tag is a hash of that JSON. */
    public <T> RestResponse<T> of(T answer, Cursor cursor, Map<String, String> headers, Optional<String> ifNoneMatch) {
        var body = json(answer);
        return response(ContentHash.of(body), cursor, ifNoneMatch, () -> written(body), headers);
    }

    /** A response with a body that is not JSON. The resource method declares its media type. */
    public <T> RestResponse<T> of(Body<T> body, Cursor cursor, Optional<String> ifNoneMatch) {
        return response(body.tag(), cursor, ifNoneMatch, () -> ResponseBuilder.ok(body.of()), Map.of());
    }

    /** A temporary redirect, which caches must not keep without a check. */
    <T> RestResponse<T> redirect(String location, Cursor cursor) {
        return ResponseBuilder.<T>create(Status.TEMPORARY_REDIRECT)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept-Language, Authorization")
                .header("Depositary-Cursor", cursor.toString())
                .build();
    }

    private static <T> RestResponse<T> response(
            String hash,
            Cursor cursor,
            Optional<String> ifNoneMatch,
            Supplier<ResponseBuilder<T>> content,
            Map<String, String> headers) {
        // A weak tag, because compression on the way changes the bytes of the same content.
        var tag = "W/\"%s\"".formatted(hash);
        boolean unchanged = EntityTags.isKnown(ifNoneMatch, tag);
        ResponseBuilder<T> response = unchanged ? ResponseBuilder.notModified() : content.get();
        response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept-Language, Authorization")
                .header("Depositary-Cursor", cursor.toString());
        headers.forEach(response::header);
        return response.build();
    }

    /**
     * A response with JSON that is already serialized, because the tag needs its bytes. The type parameter stays that
     * of the answer, for the OpenAPI document.
     */
    @SuppressWarnings("unchecked")
    private static <T> ResponseBuilder<T> written(byte[] body) {
        return (ResponseBuilder<T>) ResponseBuilder.create(Status.OK, body).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private byte[] json(Object answer) {
        try {
            return mapper.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
