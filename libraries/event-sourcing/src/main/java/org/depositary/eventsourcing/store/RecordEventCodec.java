package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Converts events to JSON and back, one Java record per event. Upcasters convert data of earlier versions. */
public final class RecordEventCodec<E> implements EventCodec<E> {

    private record Type<E>(String name, int version, Class<? extends E> shape) {}

    private final ObjectMapper mapper;
    private final Map<Class<?>, Type<E>> byClass = new HashMap<>();
    private final Map<String, Type<E>> byName = new HashMap<>();
    private final Upcasters upcasters = new Upcasters();

    public RecordEventCodec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Registers the record class of an event, with the event's name and current schema version. */
    public RecordEventCodec<E> with(String name, int version, Class<? extends E> shape) {
        var type = new Type<E>(name, version, shape);
        byClass.put(shape, type);
        byName.put(name, type);
        return this;
    }

    /** Registers the conversion of an event's data from {@code fromVersion} to the next version. */
    public RecordEventCodec<E> upcast(String name, int fromVersion, UnaryOperator<ObjectNode> upcaster) {
        upcasters.add(name, fromVersion, upcaster);
        return this;
    }

    @Override
    public Encoded encode(E event) {
        var type = byClass.get(event.getClass());
        return new Encoded(Optional.empty(), type.name(), type.version(), mapper.valueToTree(event));
    }

    @Override
    public E decode(String name, int schemaVersion, JsonNode data) {
        var type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException("Unknown event name: " + name);
        }
        var upcast = upcasters.convert(name, schemaVersion, type.version(), (ObjectNode) data);
        try {
            return mapper.treeToValue(upcast, type.shape());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Cannot read a stored " + name + " v" + schemaVersion, unreadable);
        }
    }
}
