package org.depositary.gateway.web;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.VersionedAnswer;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.representation.Representation;
import org.depositary.gateway.web.representation.RequestedRepresentation;
import org.depositary.gateway.web.tags.ConditionalRead;
import org.depositary.gateway.web.tags.ContentHash;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes the response to a read of one record, in the representation that the client wants. */
@ApplicationScoped
class Representations {

    record Read<T>(FactKey key, VersionedAnswer<T> found, Snapshot snapshot, CommonReadParameters parameters) {

        private Map<String, String> headers() {
            return found.version().isEmpty() ? Map.of() : Map.of("Depositary-Version", found.version());
        }
    }

    private final RequestedRepresentation requested;
    private final JsonResponses replies;
    private final ItemJson json;
    private final Map<Representation, RecordWriter> writers = new EnumMap<>(Representation.class);

    Representations(
            RequestedRepresentation requested, JsonResponses replies, ItemJson json, @All List<RecordWriter> writers) {
        this.requested = requested;
        this.replies = replies;
        this.json = json;
        writers.forEach(writer -> writer.representations().forEach(one -> this.writers.put(one, writer)));
    }

    <T> RestResponse<T> response(ConditionalRead condition, Read<T> read) throws SQLException {
        return requested.is(Representation.JSON)
                ? replies.of(condition, read.found().answer(), read.snapshot(), read.headers())
                : written(condition, requested.get(), read);
    }

    /** The type parameter stays that of the JSON, for the OpenAPI document. */
    @SuppressWarnings("unchecked")
    private <T> RestResponse<T> written(ConditionalRead condition, Representation.Chosen chosen, Read<T> read)
            throws SQLException {
        var record = new RecordWriter.ReadRecord(
                read.key(),
                read.found().answer(),
                json.tree(read.found().answer()),
                read.found().version(),
                read.snapshot(),
                read.parameters());
        var bytes = writers.get(chosen.representation())
                .write(record, chosen.representation())
                .getBytes(StandardCharsets.UTF_8);
        StreamingOutput content = output -> output.write(bytes);
        var headers = new HashMap<>(read.headers());
        headers.put(
                HttpHeaders.CONTENT_TYPE,
                chosen.mediaType().withCharset(StandardCharsets.UTF_8.name()).toString());
        var body = new JsonResponses.Body<>(content, ContentHash.of(bytes), headers);
        return (RestResponse<T>) replies.of(condition, body, read.snapshot());
    }
}
