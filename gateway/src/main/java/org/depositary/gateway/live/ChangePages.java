package org.depositary.gateway.live;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.fields.ItemJson;

/** Reads pages of the change log for client interfaces in which every change has a page token. */
@ApplicationScoped
public class ChangePages {

    /**
     * A change.
     *
     * @param cloudEvent the CloudEvent with its cursor
     * @param token token of the page after this change
     */
    public record Change(JsonNode cloudEvent, String token) {}

    public record Found(List<Change> changes, boolean hasNext) {}

    /** The fields of a change, for a schema. */
    public static final Class<? extends Record> FIELDS = ChangeFields.class;

    private final GatewayDatabase database;
    private final ChangesPager pages;
    private final ItemJson json;

    ChangePages(GatewayDatabase database, ChangesPager pages, ItemJson json) {
        this.database = database;
        this.pages = pages;
        this.json = json;
    }

    /**
     * Reads a page.
     *
     * @param since a cursor or an instant; without effect on a page after the first one
     * @param after token of a change; empty for the first page
     */
    public Found read(Optional<String> since, Optional<String> after, ChangeFilter filter, int size)
            throws SQLException {
        var from = since.map(ResumePoint::parse);
        var token = after.map(ChangesPageToken::parse);
        var page = database.snapshot(connection -> token.isPresent()
                ? pages.next(connection, token.get(), filter, size)
                : pages.first(connection, from, filter, size));
        var recordedFrom =
                token.map(ChangesPageToken::recordedFrom).orElseGet(() -> from.flatMap(ChangePages::instant));
        var changes = page.content().items().stream()
                .map(json::tree)
                .map(event -> new Change(event, token(event, page.end(), recordedFrom)))
                .toList();
        return new Found(changes, page.next().isPresent());
    }

    private static String token(JsonNode event, Cursor end, Optional<Instant> recordedFrom) {
        var here = Cursor.parse(event.path("cursor").asText()).orElseThrow();
        return new ChangesPageToken(here, end, recordedFrom).text();
    }

    private static Optional<Instant> instant(ResumePoint since) {
        return since instanceof ResumePoint.From(var instant) ? Optional.of(instant) : Optional.empty();
    }
}
