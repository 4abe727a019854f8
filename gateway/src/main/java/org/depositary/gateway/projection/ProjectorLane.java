package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.log.PartitionShare;

/**
 * A projector's work on a part of the streams, with a position of its own. Since a row belongs to one stream, lanes have
 * nothing to do with each other.
 */
record ProjectorLane(Projector projector, PartitionShare share) implements Projector {

    /** All lanes of all projectors; a projector with one lane is that itself. */
    static List<Projector> of(List<Projector> projectors) {
        return projectors.stream().flatMap(ProjectorLane::of).toList();
    }

    private static Stream<Projector> of(Projector projector) {
        return projector.lanes() == 1
                ? Stream.of(projector)
                : IntStream.range(0, projector.lanes())
                        .mapToObj(
                                number -> new ProjectorLane(projector, new PartitionShare(number, projector.lanes())));
    }

    @Override
    public String name() {
        return "%s %d/%d".formatted(projector.name(), share.remainder() + 1, share.of());
    }

    @Override
    public Set<String> kinds() {
        return projector.kinds();
    }

    @Override
    public boolean reads(LoggedEvent change) {
        return projector.reads(change);
    }

    @Override
    public void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        projector.project(connection, batch);
    }
}
