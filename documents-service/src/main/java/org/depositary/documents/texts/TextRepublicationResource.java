package org.depositary.documents.texts;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.depositary.documents.archive.DocumentTextStore;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Publishes every text again after the topic {@code documents.text} was lost. Operators call it on the service's own
 * port.
 */
@Path("/relay/texts/republication")
public class TextRepublicationResource {

    /**
     * The response.
     *
     * @param documents the number of documents whose text is published again
     */
    public record Republished(int documents) {}

    private final DataSource dataSource;
    private final Map<String, Object> kafka;

    TextRepublicationResource(DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.dataSource = dataSource;
        this.kafka = kafka;
    }

    /** Adds every text to the publication queue. Creates the topic if it does not exist. */
    @POST
    @RolesAllowed("admin")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Republished republish() throws SQLException, ExecutionException, InterruptedException {
        TextPublisher.TOPIC.ensure(kafka);
        try (var connection = dataSource.getConnection()) {
            return new Republished(DocumentTextStore.republishAll(connection));
        }
    }
}
