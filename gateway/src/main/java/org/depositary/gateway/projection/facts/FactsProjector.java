package org.depositary.gateway.projection.facts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.projection.Projector;

/**
 * Applies events to the facts of their stream. Writes every version of each {@link FactView}'s rows, and what each event
 * changed about its fact.
 */
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
        // Two lanes, because a rebuild uses two processors: one lane computes rows while the database writes the rows
        // of the other.
        return 2;
    }

    @Override
    public boolean reads(LoggedEvent change) {
        // Ignores the events of documents, which are not facts. Facts that cite a document have their own streams.
        return !change.streamId().startsWith("document:");
    }

    @Override
    public void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        var ids = batch.stream().map(LoggedEvent::streamId).distinct().toList();
        var facts = streams.of(connection, ids);
        var updates = new ArrayList<FactViewBatch<?>>();
        views.forEach(view -> updates.add(new FactViewBatch<>(view, facts.values())));
        var changes = new FactChangeWriter();
        for (var event : batch) {
            var stream = facts.get(event.streamId());
            var change = FactChange.of(stream.apply(event));
            updates.forEach(view -> view.update(stream, event, change));
            changes.add(event.seq(), change);
        }
        changes.write(connection);
        for (var view : updates) {
            view.write(connection);
        }
    }
}
