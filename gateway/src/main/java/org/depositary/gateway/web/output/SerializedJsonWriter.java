package org.depositary.gateway.web.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes the bodies of resources whose declared answer is JSON. Byte arrays already contain JSON and are sent unchanged,
 * because Jackson would encode them as base64. A {@link StreamingOutput} is a complete list in another format. All other
 * objects are serialized.
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
        if (body instanceof StreamingOutput content) {
            StreamingOutputWriter.stream(content, context);
        } else {
            context.serverResponse().end(bytes(body));
        }
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
        if (body instanceof StreamingOutput content) {
            content.write(to);
        } else {
            to.write(bytes(body));
        }
    }

    private byte[] bytes(Object body) throws IOException {
        return body instanceof byte[] written ? written : mapper.writeValueAsBytes(body);
    }
}
