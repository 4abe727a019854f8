package org.depositary.gateway.projection.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.depositary.gateway.database.CopyWriter;

/** Collects what the events of a batch changed, and writes it to table {@code fact_change}. */
public final class FactChangeWriter {

    private record Row(long seq, ObjectNode change) {}

    private final List<Row> rows = new ArrayList<>();

    /** @param seq position of the event in the change log */
    public void add(long seq, ObjectNode change) {
        rows.add(new Row(seq, change));
    }

    public void write(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var copy = CopyWriter.open(connection, "fact_change", List.of("seq", "change"))) {
            for (var row : rows) {
                copy.add(List.of(row.seq(), row.change()));
            }
            copy.finish();
        }
    }
}
