package org.depositary.gateway.projection;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LoggedEventReader;

/** Lets projectors try again what they have parked, without a restart. */
@ApplicationScoped
public class ParkedStreamReplay {

    /**
     * What a projector could not read, and can now.
     *
     * @param seq place in the change log
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

    /** Tries every parked stream, or one. */
    public List<Released> replay(Optional<String> stream) throws SQLException {
        var released = new ArrayList<Released>();
        for (var projector : projectors) {
            var projection = new ProjectorRunner(projector, changes, age -> {});
            database.transaction(connection -> projection.replayParked(
                            connection, parked -> stream.isEmpty() || parked.equals(stream.get())))
                    .forEach((of, seq) -> released.add(new Released(projector.name(), seq, of)));
        }
        return released;
    }
}
