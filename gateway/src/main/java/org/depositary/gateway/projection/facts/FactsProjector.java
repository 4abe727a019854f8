package org.depositary.gateway.projection.facts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.projection.Projector;

/** Folds events into the facts of their stream, and keeps every version of what follows from them. */
@ApplicationScoped
public class FactsProjector implements Projector {

    private final List<FactView<?>> views;
    private final StreamFactsReader streams;

    FactsProjector(@All List<FactView<?>> views, StreamFactsReader streams) {
        this.views = views;
        this.streams = streams;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public int lanes() {
        // One makes rows while the other's are written: a rebuild has a second processor to use.
        return 2;
    }

    @Override
    public boolean reads(LoggedEvent change) {
        // A document is received, not stated; what is stated about it are facts of other streams.
        return !change.streamId().startsWith("document:");
    }

    @Override
    public void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        var ids = batch.stream().map(LoggedEvent::streamId).distinct().toList();
        var facts = streams.of(connection, ids);
        var open = new ArrayList<FactViewBatch<?>>();
        views.forEach(view -> open.add(new FactViewBatch<>(view, facts.values())));
        for (var change : batch) {
            var stream = facts.get(change.streamId());
            stream.apply(change);
            open.forEach(view -> view.turn(stream, change));
        }
        for (var view : open) {
            view.write(connection);
        }
    }
}
