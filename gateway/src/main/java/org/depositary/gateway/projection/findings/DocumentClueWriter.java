package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.RowVersionWriter;

/** Writes the clues of documents: a document that states different dates or places. */
public final class DocumentClueWriter {

    private final RowVersionWriter<ClueRow> versions = new RowVersionWriter<>(ClueView.TABLE);

    /**
     * Adds the changes that an event makes.
     *
     * @param before for each field with different values in the document: its name and its values, before the event
     * @param after the same, after the event
     */
    public void replace(String document, List<ObjectNode> before, List<ObjectNode> after, LoggedEvent event) {
        versions.replace(rows(document, before), rows(document, after), event);
    }

    public void write(Connection connection) throws SQLException {
        versions.write(connection);
    }

    private static List<ClueRow> rows(String document, List<ObjectNode> conflicts) {
        return conflicts.stream()
                .map(conflict -> new ClueRow(
                        "metadata-conflict",
                        "document",
                        document,
                        conflict.path("field").asText(),
                        conflict,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        DateBound.ALWAYS,
                        DateBound.NEVER))
                .toList();
    }
}
