package org.depositary.gateway.projection.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.log.LoggedEvent;

/** One view while a batch passes by. */
final class FactViewBatch<R extends Record> {

    private final FactView<R> view;
    private final RowVersionWriter<R> versions;
    private final Map<String, List<R>> standing = new HashMap<>();

    FactViewBatch(FactView<R> view, Iterable<StreamFacts> streams) {
        this.view = view;
        this.versions = new RowVersionWriter<>(view.table());
        for (var facts : streams) {
            if (view.reads(facts.streamId()) && !facts.byKey().isEmpty()) {
                standing.put(facts.streamId(), rows(facts));
            }
        }
    }

    /** The stream's facts have become these. */
    void turn(StreamFacts facts, LoggedEvent by) {
        if (view.reads(facts.streamId())) {
            var after = rows(facts);
            var before = Optional.ofNullable(standing.put(facts.streamId(), after));
            versions.turn(before.orElse(List.of()), after, by);
        }
    }

    void write(Connection connection) throws SQLException {
        versions.write(connection);
    }

    private List<R> rows(StreamFacts facts) {
        return view.rows(facts.streamId(), facts.inRecordingOrder());
    }
}
