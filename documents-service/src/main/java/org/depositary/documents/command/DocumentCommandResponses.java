package org.depositary.documents.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;

final class DocumentCommandResponses {

    private DocumentCommandResponses() {}

    static CommandAnswer of(UnitOfWork unitOfWork, StreamId stream, int status) {
        var id = stream.name();
        var location = "/api/documents/" + id;
        var version = stream + "@" + unitOfWork.version(stream);
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("location", location)
                .put("version", version);
        return new CommandAnswer(status, Map.of("Location", location, "Depositary-Version", version), body);
    }
}
