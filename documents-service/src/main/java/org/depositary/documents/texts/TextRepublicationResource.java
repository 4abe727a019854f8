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
import org.depositary.documents.archive.DocumentTexts;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What an operator can ask on the service's own port: publish every text again, for a lost {@code documents.text}. */
@Path("/relay/texts/republication")
public class TextRepublicationResource {

    /** How many documents have their text published again. */
    public record Republished(int documents) {}

    private final DataSource dataSource;
    private final Map<String, Object> kafka;

    TextRepublicationResource(DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.dataSource = dataSource;
        this.kafka = kafka;
    }

    /** On a new topic when there is none. */
    @POST
    @RolesAllowed("admin")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Republished republish() throws SQLException, ExecutionException, InterruptedException {
        TextPublisher.TOPIC.ensure(kafka);
        try (var connection = dataSource.getConnection()) {
            return new Republished(DocumentTexts.republishAll(connection));
        }
    }
}
