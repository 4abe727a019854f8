package org.depositary.facts.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.depositary.eventsourcing.store.EventCodec;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Recorded;
import org.depositary.facts.FactEvent.Retracted;
import org.depositary.facts.FactEvent.Sourced;
import org.depositary.vocabulary.Source;

/**
 * Events of facts as they are stored: flat, the id and the statement's fields beside what the event adds.
 *
 * <p>A fact's id is the id of the event that recorded it (except where the fact has a name of its own, like
 * an organisation), so that it leads to its stream by the index on event ids.
 */
public final class FactTypes<V> implements EventCodec<FactEvent<V>> {

    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};
    private static final TypeReference<List<String>> FIELDS = new TypeReference<>() {};
    private static final Set<String> BESIDE_STATEMENT = Set.of("id", "sources", "corrected", "reason");

    private final ObjectMapper mapper;
    private final List<FactKind<? extends V>> kinds;

    /** The events of these kinds of fact, which share a stream. */
    @SafeVarargs
    public FactTypes(FactKind<? extends V>... kinds) {
        this(FactJson.mapper(), kinds);
    }

    /**
     * The same, for statements that have words of their own.
     *
     * @param mapper {@link FactJson#mapper()} and those words
     */
    @SafeVarargs
    public FactTypes(ObjectMapper mapper, FactKind<? extends V>... kinds) {
        this.mapper = mapper;
        this.kinds = List.of(kinds);
    }

    @Override
    public Encoded encode(FactEvent<V> event) {
        var kind = kinds.stream()
                .filter(each -> each.statement().isInstance(event.statement()))
                .findFirst()
                .orElseThrow();
        var data = mapper.createObjectNode().put("id", event.id());
        data.setAll(mapper.<ObjectNode>valueToTree(event.statement()));
        return switch (event) {
            case Recorded<V> recorded -> {
                data.set("sources", mapper.valueToTree(recorded.sources()));
                yield new Encoded(uuid(event.id()), kind.recordedAs(), kind.schemaVersion(), data);
            }
            case Corrected<V> corrected -> {
                data.set("corrected", mapper.valueToTree(corrected.corrected()));
                data.put("reason", corrected.reason());
                data.set("sources", mapper.valueToTree(corrected.sources()));
                yield encoded(kind, "-corrected", data);
            }
            case Retracted<V> retracted -> encoded(kind, "-retracted", data.put("reason", retracted.reason()));
            case Sourced<V> sourced -> {
                data.set("sources", mapper.valueToTree(sourced.sources()));
                yield encoded(kind, "-sourced", data);
            }
        };
    }

    private static Encoded encoded(FactKind<?> kind, String happened, ObjectNode data) {
        return new Encoded(Optional.empty(), kind.name() + happened, kind.schemaVersion(), data);
    }

    private static Optional<UUID> uuid(String id) {
        return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    @Override
    public FactEvent<V> decode(String name, int schemaVersion, JsonNode data) {
        var kind = kinds.stream()
                .filter(each ->
                        name.equals(each.recordedAs()) || name.startsWith(each.name() + "-") && isLater(each, name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No event is called " + name));
        var id = data.path("id").asText();
        V statement = statement(kind, data);
        if (name.equals(kind.recordedAs())) {
            return new Recorded<>(id, statement, sources(data));
        }
        var reason = data.path("reason").asText();
        return switch (name.substring(kind.name().length())) {
            case "-corrected" ->
                new Corrected<>(
                        id, statement, mapper.convertValue(data.path("corrected"), FIELDS), reason, sources(data));
            case "-retracted" -> new Retracted<>(id, statement, reason);
            default -> new Sourced<>(id, statement, sources(data));
        };
    }

    private static boolean isLater(FactKind<?> kind, String name) {
        return Set.of("-corrected", "-retracted", "-sourced")
                .contains(name.substring(kind.name().length()));
    }

    private V statement(FactKind<? extends V> kind, JsonNode data) {
        var fields = ((ObjectNode) data).deepCopy().without(BESIDE_STATEMENT);
        try {
            return mapper.treeToValue(fields, kind.statement());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Cannot read a stored " + kind.name(), unreadable);
        }
    }

    private List<Source> sources(JsonNode data) {
        return mapper.convertValue(data.path("sources"), SOURCES);
    }
}
