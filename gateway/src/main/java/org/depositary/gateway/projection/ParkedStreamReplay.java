package org.depositary.gateway.projection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LoggedEventReader;

/** Lets projectors retry their parked streams without a restart. */
@ApplicationScoped
public class ParkedStreamReplay {

    /**
     * A stream that a projector had parked and has now projected.
     *
     * @param seq position in the change log of the event that the projector could not read before
     */
    public record Released(String projector, long seq, String stream) {}

    private final List<Projector> projectors;
    private final LoggedEventReader changes;
    private final GatewayDatabase database;

    ParkedStreamReplay(@All List<Projector> projectors, LoggedEventReader changes, GatewayDatabase database) {
        this.projectors = ProjectorLane.of(projectors);
        this.changes = changes;
        this.database = database;
    }

    /**
     * Retries one parked stream, or all of them if {@code stream} is empty. Returns the streams that are no longer
     * parked.
     */
    public List<Released> replay(Optional<String> stream) throws SQLException {
        var released = new ArrayList<Released>();
        for (var projector : projectors) {
            var runner = new ProjectorRunner(projector, changes, (connection, batch) -> {});
            database.transaction(connection ->
                            runner.replayParked(connection, parked -> stream.isEmpty() || parked.equals(stream.get())))
                    .forEach((of, seq) -> released.add(new Released(projector.name(), seq, of)));
        }
        return released;
    }
}
