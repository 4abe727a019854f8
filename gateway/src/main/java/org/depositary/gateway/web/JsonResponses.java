package org.depositary.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.depositary.gateway.log.Cursor;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Makes the response: JSON, its entity tag, and 304 where the reader has that already. */
@ApplicationScoped
public class JsonResponses {

    /** What is not JSON, with the tag of its content. */
    public record Body<T>(T of, String tag) {}

    private final ObjectMapper mapper;

    JsonResponses(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** JSON. */
    public <T> RestResponse<T> of(T answer, Cursor cursor, Map<String, String> headers, Optional<String> ifNoneMatch) {
        var body = json(answer);
        return response(ContentHash.of(body), cursor, ifNoneMatch, () -> written(body), headers);
    }

    /** Something else; its resource says what. */
    <T> RestResponse<T> of(Body<T> body, Cursor cursor, Optional<String> ifNoneMatch) {
        return response(body.tag(), cursor, ifNoneMatch, () -> ResponseBuilder.ok(body.of()), Map.of());
    }

    private static <T> RestResponse<T> response(
            String hash,
            Cursor cursor,
            Optional<String> ifNoneMatch,
            Supplier<ResponseBuilder<T>> content,
            Map<String, String> headers) {
        // Weak, since compression on the way makes other bytes of the same content.
        var tag = "W/\"%s\"".formatted(hash);
        boolean unchanged = ifNoneMatch.filter(known -> matches(known, tag)).isPresent();
        ResponseBuilder<T> response = unchanged ? ResponseBuilder.notModified() : content.get();
        response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Accept-Language, Authorization")
                .header("Depositary-Cursor", cursor.toString());
        headers.forEach(response::header);
        return response.build();
    }

    /** Written here already, for the tag; the type stays that of the answer, for the OpenAPI document. */
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

    /** RFC 9110: the comparison for If-None-Match is the weak one. */
    private static boolean matches(String known, String tag) {
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one : "W/" + one)
                .anyMatch(one -> one.equals("W/*") || one.equals(tag));
    }
}
