package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.EventStore.Append;
import org.depositary.eventsourcing.store.EventStore.NewEvent;
import org.depositary.eventsourcing.store.EventStore.StoredEvent;

/**
 * Loads streams, decides commands on them and appends the resulting events: all of them or none.
 *
 * <p>A command sees the result of earlier commands on the same stream. The append to one stream is a single statement
 * and needs no transaction. A transaction begins only if other rows or several streams are written.
 */
public final class UnitOfWork {

    private static final class Loaded {
        final int recordedVersion;
        final List<NewEvent> pending = new ArrayList<>();
        Object state;

        Loaded(int recordedVersion, Object state) {
            this.recordedVersion = recordedVersion;
            this.state = state;
        }

        int version() {
            return recordedVersion + pending.size();
        }

        Append append(StreamId id) {
            return new Append(id, recordedVersion, pending);
        }
    }

    private final Connection connection;
    private final EventStore store;
    private final StoredAnswerTable answers;
    private final CommandRequest request;
    private final ObjectMapper mapper;
    // Sorted, so that all transactions lock their streams in the same order and cannot deadlock.
    private final Map<StreamId, Loaded> streams = new TreeMap<>();

    UnitOfWork(Connection connection, StoredAnswerTable answers, CommandRequest request, ObjectMapper mapper) {
        this.connection = connection;
        this.answers = answers;
        this.store = new EventStore(connection);
        this.request = request;
        this.mapper = mapper;
    }

    /** A connection for other rows that must commit with the events. Begins a transaction. */
    public Connection connection() {
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** A connection for queries. Begins no transaction. */
    public Connection reader() {
        return connection;
    }

    public CommandRequest request() {
        return request;
    }

    /** Loads the stream, decides the command on its state and appends the resulting events. Returns these events. */
    public <C, S, E> List<E> handle(AggregateType<C, S, E> aggregate, StreamId id, C command) {
        var events = aggregate.decider().decide(command, read(aggregate, id));
        append(aggregate, id, events);
        return events;
    }

    /** The state of the stream, including events that this unit of work will append. */
    // The cast is safe: the type in a stream id belongs to one aggregate, so the state has that aggregate's type.
    @SuppressWarnings("unchecked")
    public <S> S read(AggregateType<?, S, ?> aggregate, StreamId id) {
        return (S) streams.computeIfAbsent(id, absent -> load(aggregate, absent)).state;
    }

    /**
     * Adds the events to the unit of work and returns the new state. {@link #commit} stores them, together with the
     * answer.
     */
    public <S, E> S append(AggregateType<?, S, E> aggregate, StreamId id, List<E> events) {
        S state = aggregate.decider().fold(read(aggregate, id), events);
        var stream = streams.get(id);
        for (var event : events) {
            var encoded = aggregate.codec().encode(event);
            var eventId = encoded.id().orElseGet(UuidCreator::getTimeOrderedEpoch);
            stream.pending.add(new NewEvent(eventId, encoded.name(), encoded.schemaVersion(), encoded.data()));
        }
        stream.state = state;
        return state;
    }

    /** Loads many streams in one query, so that later uses of these streams need no query. */
    public void load(AggregateType<?, ?, ?> aggregate, Collection<StreamId> ids) {
        try {
            var stored = store.load(ids);
            ids.forEach(id -> streams.computeIfAbsent(
                    id, absent -> loaded(aggregate, id, stored.getOrDefault(id.toString(), List.of()))));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** The version of the stream after all commands in this unit of work. */
    public int version(StreamId id) {
        return streams.get(id).version();
    }

    /**
     * The stream that contains the event with this id. The id of a fact is the id of the event that recorded it, so
     * this also finds the stream of a fact.
     */
    public Optional<StreamId> streamOfEvent(java.util.UUID eventId) {
        try (var select = connection.prepareStatement("SELECT stream_id FROM event WHERE id = ?")) {
            select.setObject(1, eventId);
            var row = select.executeQuery();
            return row.next() ? Optional.of(StreamId.parse(row.getString(1))) : Optional.empty();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private Loaded load(AggregateType<?, ?, ?> aggregate, StreamId id) {
        try {
            return loaded(aggregate, id, store.load(id));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private <C, S, E> Loaded loaded(AggregateType<C, S, E> aggregate, StreamId id, List<StoredEvent> stored) {
        checkSeen(id, stored.size());
        var events = stored.stream()
                .map(event -> aggregate.codec().decode(event.name(), event.schemaVersion(), json(event.data())))
                .toList();
        return new Loaded(
                stored.size(), aggregate.decider().fold(aggregate.decider().initial(), events));
    }

    private JsonNode json(String stored) {
        try {
            return mapper.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored event is not JSON", broken);
        }
    }

    private void checkSeen(StreamId id, int version) {
        request.ifMatch()
                .filter(seen -> seen.startsWith(id + "@") && !seen.equals(id + "@" + version))
                .ifPresent(seen -> {
                    throw Problem.of(
                            ProblemType.STALE, "%s has version %d, but If-Match has %s".formatted(id, version, seen));
                });
    }

    /** Stores all events and the answer. Returns false if another transaction has changed one of the streams first. */
    boolean commit(CommandAnswer answer) throws SQLException {
        refuseOtherIfMatch();
        var kept = answers.of(request, answer);
        var appends = streams.entrySet().stream()
                .filter(stream -> !stream.getValue().pending.isEmpty())
                .map(stream -> stream.getValue().append(stream.getKey()))
                .toList();
        if (!(appends.size() == 1 ? append(appends.getFirst(), kept) : appendAll(appends, kept))) {
            return false;
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        return true;
    }

    private boolean append(Append append, Optional<StoredAnswer> kept) throws SQLException {
        return store.append(append.stream(), append.after(), append.events(), meta(), kept);
    }

    private boolean appendAll(List<Append> appends, Optional<StoredAnswer> kept) throws SQLException {
        if (!appends.isEmpty()) {
            connection();
        }
        boolean appended = store.appendAll(appends, meta());
        if (appended && kept.isPresent()) {
            answers.keep(kept.get());
        }
        return appended;
    }

    private String meta() {
        return mapper.createObjectNode().put("actor", request.actor()).toString();
    }

    private void refuseOtherIfMatch() {
        if (request.ifMatch().isPresent()
                && streams.keySet().stream()
                        .noneMatch(id -> request.ifMatch().get().startsWith(id + "@"))) {
            throw Problem.of(ProblemType.STALE, "This request does not write to the stream in If-Match");
        }
    }

    boolean hasEvents() {
        return streams.values().stream().anyMatch(stream -> !stream.pending.isEmpty());
    }
}
