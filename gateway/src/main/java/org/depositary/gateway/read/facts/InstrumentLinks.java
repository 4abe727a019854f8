package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;

/**
 * The URLs of the instruments that facts name. Services accept the name of an instrument before it is registered, so only
 * a read knows whether it has a URL.
 *
 * @param registered the ids of the registered instruments
 */
public record InstrumentLinks(Set<String> registered) {

    private static final String REGISTERED = """
            SELECT i.id FROM instruments_at(:instant) i WHERE i.id = ANY (:instruments) AND i.stands
            """;

    /** Finds which of these instruments are registered. Sends no statement if there are none. */
    public static InstrumentLinks among(Snapshot snapshot, Collection<String> instruments) throws SQLException {
        var named = List.copyOf(Set.copyOf(instruments));
        return new InstrumentLinks(
                named.isEmpty()
                        ? Set.of()
                        : Set.copyOf(snapshot.list(
                                NamedSql.of(REGISTERED).with("instruments", named), row -> row.text("id"))));
    }

    public static InstrumentLinks ofFacts(Snapshot snapshot, Stream<JsonNode> statements) throws SQLException {
        return among(snapshot, statements.flatMap(InstrumentLinks::named).toList());
    }

    public Optional<String> url(String instrument) {
        return Optional.of(instrument).filter(registered::contains).map(id -> FactPath.of("instrument", id));
    }

    /** The URLs of the registered instruments that a statement names. Empty if it names none. */
    public Optional<List<String>> of(JsonNode statement) {
        return Optional.of(named(statement).flatMap(id -> url(id).stream()).toList())
                .filter(urls -> !urls.isEmpty());
    }

    private static Stream<String> named(JsonNode statement) {
        return Stream.concat(
                JsonFieldReader.text(statement, "instrument").stream(),
                JsonFieldReader.elements(statement.path("instruments")).map(JsonNode::asText));
    }
}
