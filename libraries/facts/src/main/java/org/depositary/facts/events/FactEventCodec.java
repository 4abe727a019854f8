package org.depositary.facts.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.depositary.eventsourcing.store.EventCodec;
import org.depositary.eventsourcing.store.Upcasters;
import org.depositary.facts.Claim;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Claimed;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Preferred;
import org.depositary.facts.FactEvent.Recorded;
import org.depositary.facts.FactEvent.Retracted;
import org.depositary.facts.FactEvent.Sourced;
import org.depositary.facts.FactEvent.Verified;
import org.depositary.facts.FactEvent.Withdrawn;
import org.depositary.vocabulary.sources.Source;

/**
 * Encodes and decodes events of facts. The JSON is flat: the id and the fields of the statement, plus the fields of the
 * event.
 *
 * <p>The id of a fact is the id of the event that recorded it, so the index on event ids leads to its stream. A fact
 * with a name of its own, such as an organisation, uses that name as its id.
 */
public final class FactEventCodec<V> implements EventCodec<FactEvent<V>> {

    private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};
    private static final TypeReference<List<String>> FIELDS = new TypeReference<>() {};
    private static final Set<String> EVENT_FIELDS = Set.of("id", "sources", "corrected", "reason", "claim");
    private static final Set<String> LATER_EVENT_SUFFIXES = Set.of(
            "-corrected", "-retracted", "-sourced", "-verified", "-claimed", "-claim-preferred", "-claim-withdrawn");

    private final ObjectMapper mapper;
    private final List<FactKind<? extends V>> kinds;
    private final Upcasters upcasters = new Upcasters();

    /** Creates a codec for the kinds of fact that share a stream. */
    @SafeVarargs
    public FactEventCodec(FactKind<? extends V>... kinds) {
        this(VocabularyTypesJson.mapper(), kinds);
    }

    /**
     * Creates a codec for statements that contain types of their service.
     *
     * @param mapper {@link VocabularyTypesJson#mapper()} plus these types
     */
    @SafeVarargs
    public FactEventCodec(ObjectMapper mapper, FactKind<? extends V>... kinds) {
        this.mapper = mapper;
        this.kinds = List.of(kinds);
    }

    /**
     * Registers the conversion of statements from {@code fromVersion} to the next version. The events of a kind
     * share its version. The conversion gets the fields of a statement, or those of a claim, which has only the fields
     * that differ.
     */
    public FactEventCodec<V> upcast(FactKind<? extends V> kind, int fromVersion, UnaryOperator<ObjectNode> conversion) {
        upcasters.add(kind.name(), fromVersion, conversion);
        return this;
    }

    @Override
    public Encoded encode(FactEvent<V> event) {
        var kind = kinds.stream()
                .filter(each -> each.statement().isInstance(event.statement()))
                .findFirst()
                .orElseThrow();
        var data = mapper.createObjectNode().put("id", event.id());
        data.setAll(fields(event.statement()));
        return switch (event) {
            case Recorded<V> recorded -> {
                var encoded = sourced(data, recorded.sources());
                yield new Encoded(uuid(event.id()), kind.recordedAs(), kind.schemaVersion(), encoded);
            }
            case Corrected<V> corrected -> {
                data.set("corrected", mapper.valueToTree(corrected.corrected()));
                data.put("reason", corrected.reason());
                yield later(kind, "-corrected", sourced(data, corrected.sources()));
            }
            case Retracted<V> retracted -> later(kind, "-retracted", data.put("reason", retracted.reason()));
            case Sourced<V> sourced -> later(kind, "-sourced", sourced(data, sourced.sources()));
            case Verified<V> verified -> later(kind, "-verified", sourced(data, verified.sources()));
            case Claimed<V> claimed -> {
                data.set("claim", json(claimed.claim()));
                yield later(kind, "-claimed", sourced(data, claimed.claim().sources()));
            }
            case Preferred<V> preferred -> {
                data.putObject("claim").put("number", preferred.claim()).put("holds", preferred.holds());
                data.put("reason", preferred.reason());
                yield later(kind, "-claim-preferred", sourced(data, preferred.sources()));
            }
            case Withdrawn<V> withdrawn -> {
                data.putObject("claim").put("number", withdrawn.claim());
                yield later(kind, "-claim-withdrawn", data.put("reason", withdrawn.reason()));
            }
        };
    }

    private static Encoded later(FactKind<?> kind, String suffix, ObjectNode data) {
        return new Encoded(Optional.empty(), kind.name() + suffix, kind.schemaVersion(), data);
    }

    private ObjectNode sourced(ObjectNode data, List<Source> sources) {
        return data.set("sources", mapper.valueToTree(sources));
    }

    private ObjectNode fields(V statement) {
        return mapper.valueToTree(statement);
    }

    /**
     * Returns the JSON of a claim. Its value contains only the fields in which the claim differs. A field that the
     * claim removes is {@code null}.
     */
    private ObjectNode json(Claim<V> claim) {
        var json = mapper.createObjectNode().put("number", claim.number()).put("holds", claim.holds());
        if (claim.holds()) {
            var all = fields(claim.statement());
            var value = json.putObject("value");
            claim.fields().forEach(field -> value.set(field, all.get(field)));
        }
        return json;
    }

    private static Optional<UUID> uuid(String id) {
        return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
    }

    @Override
    public FactEvent<V> decode(String name, int schemaVersion, JsonNode data) {
        var kind = kinds.stream()
                .filter(each -> name.equals(each.recordedAs()) || LATER_EVENT_SUFFIXES.contains(suffix(each, name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown event name: " + name));
        var id = data.path("id").asText();
        UnaryOperator<ObjectNode> upcast =
                fields -> upcasters.convert(kind.name(), schemaVersion, kind.schemaVersion(), fields);
        var stated = upcast.apply(((ObjectNode) data).deepCopy().remove(EVENT_FIELDS));
        V statement = statement(kind, stated);
        var reason = data.path("reason").asText();
        var claim = data.path("claim").deepCopy();
        if (claim.path("value") instanceof ObjectNode value) {
            ((ObjectNode) claim).set("value", upcast.apply(value));
        }
        int number = claim.path("number").asInt();
        return switch (name.equals(kind.recordedAs()) ? "-recorded" : suffix(kind, name)) {
            case "-recorded" -> new Recorded<>(id, statement, sources(data));
            case "-corrected" ->
                new Corrected<>(
                        id, statement, mapper.convertValue(data.path("corrected"), FIELDS), reason, sources(data));
            case "-retracted" -> new Retracted<>(id, statement, reason);
            case "-verified" -> new Verified<>(id, statement, sources(data));
            case "-claimed" -> new Claimed<>(id, statement, claim(kind, stated, claim, sources(data)));
            case "-claim-preferred" ->
                new Preferred<>(id, statement, number, claim.path("holds").asBoolean(), reason, sources(data));
            case "-claim-withdrawn" -> new Withdrawn<>(id, statement, number, reason);
            default -> new Sourced<>(id, statement, sources(data));
        };
    }

    private static String suffix(FactKind<?> kind, String name) {
        return name.startsWith(kind.name()) ? name.substring(kind.name().length()) : "";
    }

    private Claim<V> claim(FactKind<? extends V> kind, ObjectNode stated, JsonNode claim, List<Source> sources) {
        var fields = new ArrayList<String>();
        var claimed = stated.deepCopy();
        claim.path("value").properties().forEach(field -> {
            fields.add(field.getKey());
            claimed.set(field.getKey(), field.getValue());
        });
        return new Claim<>(
                claim.path("number").asInt(),
                statement(kind, claimed),
                fields,
                claim.path("holds").asBoolean(),
                sources,
                Optional.empty());
    }

    private V statement(FactKind<? extends V> kind, ObjectNode fields) {
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
