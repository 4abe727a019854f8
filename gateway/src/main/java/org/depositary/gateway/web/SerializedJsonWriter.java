package org.depositary.gateway.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends byte arrays that already contain JSON unchanged, because Jackson would encode them as base64. Serializes all
 * other objects.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class SerializedJsonWriter extends ServerMessageBodyWriter.AllWriteableMessageBodyWriter {

    private final ObjectMapper mapper;

    SerializedJsonWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void writeResponse(Object body, Type type, ServerRequestContext context) throws IOException {
        context.serverResponse().end(bytes(body));
    }

    @Override
    public void writeTo(
            Object body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream to)
            throws IOException {
        to.write(bytes(body));
    }

    private byte[] bytes(Object body) throws IOException {
        return body instanceof byte[] written ? written : mapper.writeValueAsBytes(body);
    }
}
