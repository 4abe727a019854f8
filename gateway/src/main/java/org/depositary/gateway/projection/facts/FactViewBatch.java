package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.log.LoggedEvent;

/** Collects the row versions of one {@link FactView} for a batch of events. */
final class FactViewBatch<R extends Record> {

    private final FactView<R> view;
    private final RowVersionWriter<R> versions;
    private final Map<String, List<R>> currentRows = new HashMap<>();

    FactViewBatch(FactView<R> view, Iterable<StreamFacts> streams) {
        this.view = view;
        this.versions = new RowVersionWriter<>(view.table());
        for (var facts : streams) {
            if (view.reads(facts.streamId()) && !facts.byKey().isEmpty()) {
                currentRows.put(facts.streamId(), rows(facts));
            }
        }
    }

    /**
     * Records the rows that an event ends and the rows that it begins.
     *
     * @param change what the event changed; the view can add to it
     */
    void update(StreamFacts facts, LoggedEvent event, ObjectNode change) {
        if (view.reads(facts.streamId())) {
            var after = rows(facts);
            view.addTo(change, after);
            var before = Optional.ofNullable(currentRows.put(facts.streamId(), after));
            versions.replace(before.orElse(List.of()), after, event);
        }
    }

    void write(Connection connection) throws SQLException {
        versions.write(connection);
    }

    private List<R> rows(StreamFacts facts) {
        return view.rows(facts.streamId(), facts.inRecordingOrder());
    }
}
