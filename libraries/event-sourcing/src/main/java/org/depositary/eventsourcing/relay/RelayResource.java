package org.depositary.eventsourcing.relay;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.depositary.eventsourcing.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lets an operator publish events again after a topic was lost. Served on the service's own port. */
@Path("/relay/republication")
@IfBuildProperty(name = "depositary.relay.enabled", stringValue = "true", enableIfMissing = true)
public class RelayResource {

    /**
     * A request to publish events again.
     *
     * @param from the first {@code seq} of the event table to publish; 0 means all events
     */
    public record Republication(
            @JsonProperty(required = true) long from) {}

    /** @param events the number of events that were put into the outbox again */
    public record Republished(long events) {}

    private final DataSource dataSource;
    private final EventEnvelope envelope;
    private final Map<String, Object> kafka;

    RelayResource(
            DataSource dataSource,
            EventEnvelope envelope,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.dataSource = dataSource;
        this.envelope = envelope;
        this.kafka = kafka;
    }

    /**
     * Publishes every event from a position on again. Creates the topic if it is missing. A repeated event has the
     * same id and sequence, so consumers ignore it.
     */
    @POST
    @RolesAllowed("admin")
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Republished republish(Republication republication)
            throws SQLException, ExecutionException, InterruptedException {
        if (republication.from() < 0) {
            throw Problem.invalid("from", "must be a seq of the event table, 0 or more");
        }
        envelope.topic().ensure(kafka);
        try (var connection = dataSource.getConnection()) {
            return new Republished(Outbox.republish(connection, republication.from()));
        }
    }
}
