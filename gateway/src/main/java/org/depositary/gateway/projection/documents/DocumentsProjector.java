package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.gateway.projection.Projector;
import org.depositary.gateway.projection.facts.FactChangeWriter;
import org.depositary.gateway.projection.facts.RowVersionTable;
import org.depositary.gateway.projection.facts.RowVersionWriter;
import org.depositary.gateway.projection.findings.DocumentClueWriter;

/** Writes every version of each document's metadata to table {@code document}, and its conflicts to {@code clue}. */
@ApplicationScoped
class DocumentsProjector implements Projector {

    private static final String PREFIX = "document:";
    private static final RowVersionTable<DocumentRow> TABLE = RowVersionTable.of("document", DocumentRow.class, "id");

    private final ObjectMapper mapper;

    DocumentsProjector(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("document");
    }

    @Override
    public boolean reads(LoggedEvent change) {
        return change.streamId().startsWith(PREFIX);
    }

    @Override
    public void project(Connection connection, List<LoggedEvent> batch) throws SQLException {
        var documents = readCurrent(connection, batch);
        var versions = new RowVersionWriter<>(TABLE);
        var clues = new DocumentClueWriter();
        var changes = new FactChangeWriter();
        for (var change : batch) {
            var id = id(change);
            var before = Optional.ofNullable(documents.get(id));
            var after = before.orElseGet(() -> DocumentState.empty(id, change)).with(change);
            versions.replace(rows(before), rows(Optional.of(after)), change);
            clues.replace(
                    id,
                    before.map(DocumentState::conflictsInDocument).orElse(List.of()),
                    after.conflictsInDocument(),
                    change);
            if (before.isPresent() && MetadataCorrection.isOne(change)) {
                changes.add(change.seq(), new MetadataCorrection(change, before.get(), after).json());
            }
            documents.put(id, after);
        }
        changes.write(connection);
        versions.write(connection);
        clues.write(connection);
    }

    private Map<String, DocumentState> readCurrent(Connection connection, List<LoggedEvent> batch) throws SQLException {
        var ids = batch.stream().map(DocumentsProjector::id).distinct().toArray();
        var sql = """
                SELECT id, layers, taken_down, first_seq FROM document
                WHERE id = ANY (?) AND seq_to = 9223372036854775807
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ids));
            var documents = new HashMap<String, DocumentState>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    documents.put(
                            row.getString("id"),
                            new DocumentState(
                                    row.getString("id"),
                                    json(row.getString("layers")),
                                    Optional.ofNullable(row.getString("taken_down"))
                                            .map(this::json),
                                    row.getLong("first_seq")));
                }
            }
            return documents;
        }
    }

    private ObjectNode json(String text) {
        try {
            return mapper.readValue(text, ObjectNode.class);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("A jsonb column of table document holds no JSON", notJson);
        }
    }

    private static List<DocumentRow> rows(Optional<DocumentState> document) {
        return document.map(DocumentRow::of).stream().toList();
    }

    private static String id(LoggedEvent change) {
        return change.streamId().substring(PREFIX.length());
    }
}
