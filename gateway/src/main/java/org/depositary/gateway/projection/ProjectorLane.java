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
 * One of several parallel copies of a projector, for a share of the partitions, with its own position. Lanes do not affect
 * each other, because each row belongs to one stream (ADR 19).
 */
record ProjectorLane(Projector projector, PartitionShare share) implements Projector {

    /** Returns the lanes of all projectors. A projector with one lane is returned unchanged. */
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
    public boolean reads(LoggedEvent event) {
        return projector.reads(event);
    }

    @Override
    public void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        projector.project(connection, batch);
    }
}
