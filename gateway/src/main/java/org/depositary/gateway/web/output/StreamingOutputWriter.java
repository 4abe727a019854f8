package org.depositary.gateway.web.output;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Streams a body. A failure after its first bytes closes the connection: a regular end would make the client believe that the
 * body is complete.
 */
@Provider
public class StreamingOutputWriter implements ServerMessageBodyWriter<StreamingOutput> {

    private static final Logger LOG = Logger.getLogger(StreamingOutputWriter.class);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    static void stream(StreamingOutput body, ServerRequestContext context) throws IOException {
        var response = context.serverResponse();
        try {
            var output = context.getOrCreateOutputStream();
            body.write(output);
            output.close();
        } catch (IOException | RuntimeException failure) {
            if (!response.headWritten()) {
                throw failure;
            }
            if (!response.closed()) {
                LOG.warn("A response was cut off", failure);
                close(((ResteasyReactiveRequestContext) context).unwrap(RoutingContext.class));
            }
        }
    }

    /** Waits until the connection is closed, because the server ends the response regularly as soon as this class returns. */
    private static void close(RoutingContext request) {
        request.request()
                .connection()
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(StreamingOutput body, Type genericType, ServerRequestContext context) throws IOException {
        stream(body, context);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return StreamingOutput.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            StreamingOutput body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream to)
            throws IOException {
        body.write(to);
    }
}
