package org.depositary.documents.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.JacksonExceptionConverter;

/** Reads JSON objects from request bodies and multipart parts. Throws a problem if one cannot be read. */
@ApplicationScoped
class JsonBodyReader {

    private final ObjectMapper mapper;

    JsonBodyReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    <T> T read(JsonNode body, Class<T> shape) {
        if (!(body instanceof ObjectNode)) {
            throw Problem.invalid("", "A JSON object is required");
        }
        try {
            return mapper.treeToValue(body, shape);
        } catch (JsonMappingException invalid) {
            throw JacksonExceptionConverter.invalid(invalid);
        } catch (JsonProcessingException malformed) {
            throw JacksonExceptionConverter.malformed(malformed);
        }
    }

    <T> T read(String json, Class<T> shape) {
        try {
            return read(mapper.readTree(json), shape);
        } catch (JsonProcessingException malformed) {
            throw JacksonExceptionConverter.malformed(malformed);
        }
    }
}
