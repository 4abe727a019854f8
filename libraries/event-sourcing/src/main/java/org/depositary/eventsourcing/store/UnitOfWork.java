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
 * Loads streams, decides commands on them and appends the resulting events, all or none.
 *
 * <p>A command sees the result of earlier commands on the same stream. The append to one stream is a single statement
 * and needs no transaction. A transaction begins only if other rows or several streams are written.
 */
public final class UnitOfWork {

    /** The state and the version of a stream after all commands in this unit of work. */
    public record Decided<S, E>(S state, int version, List<E> events) {}

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
    private final KeptAnswers answers;
    private final CommandRequest request;
    private final ObjectMapper mapper;
    // Sorted, so that all transactions lock the heads of their streams in the same order and cannot deadlock.
    private final Map<StreamId, Loaded> streams = new TreeMap<>();

    UnitOfWork(Connection connection, KeptAnswers answers, CommandRequest request, ObjectMapper mapper) {
        this.connection = connection;
        this.answers = answers;
        this.store = new EventStore(connection);
        this.request = request;
        this.mapper = mapper;
    }

    /** A connection for rows that must commit with the events. Begins a transaction. */
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

    /** Decides the command on the stream. The events are appended at the end of the unit of work. */
    public <C, S, E> Decided<S, E> handle(Aggregate<C, S, E> aggregate, StreamId id, C command) {
        var stream = streams.computeIfAbsent(id, absent -> load(aggregate, absent));
        S state = stateOf(aggregate, stream);
        var events = aggregate.decider().decide(command, state);
        for (var event : events) {
            var encoded = aggregate.codec().encode(event);
            var eventId = encoded.id().orElseGet(UuidCreator::getTimeOrderedEpoch);
            stream.pending.add(new NewEvent(eventId, encoded.name(), encoded.schemaVersion(), encoded.data()));
        }
        S after = aggregate.decider().fold(state, events);
        stream.state = after;
        return new Decided<>(after, stream.version(), events);
    }

    /** The state of the stream after all commands in this unit of work. Empty if the stream has no events. */
    public <S> Optional<S> state(Aggregate<?, S, ?> aggregate, StreamId id) {
        var stream = streams.computeIfAbsent(id, absent -> load(aggregate, absent));
        return stream.version() == 0 ? Optional.empty() : Optional.of(stateOf(aggregate, stream));
    }

    /** Loads many streams in one query. A later use of one of them needs no further query. */
    public void load(Aggregate<?, ?, ?> aggregate, Collection<StreamId> ids) {
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
     * The stream of the event with this id. The id of a fact is the id of the event that recorded it, so this also
     * finds the stream of a fact.
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

    @SuppressWarnings(
            "unchecked") // the type in a stream id belongs to one aggregate, which determines the class of the state
    private static <S> S stateOf(Aggregate<?, S, ?> aggregate, Loaded stream) {
        return (S) stream.state;
    }

    private Loaded load(Aggregate<?, ?, ?> aggregate, StreamId id) {
        try {
            return loaded(aggregate, id, store.load(id));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private <C, S, E> Loaded loaded(Aggregate<C, S, E> aggregate, StreamId id, List<StoredEvent> stored) {
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
                            ProblemType.STALE, "%s is at version %d; If-Match says %s".formatted(id, version, seen));
                });
    }

    /**
     * Appends all events and stores the answer. Returns false if another transaction was faster on one of the
     * streams.
     */
    boolean append(CommandAnswer answer) throws SQLException {
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

    private boolean append(Append append, Optional<KeptAnswer> kept) throws SQLException {
        return store.append(append.stream(), append.after(), append.events(), meta(), kept);
    }

    private boolean appendAll(List<Append> appends, Optional<KeptAnswer> kept) throws SQLException {
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
            throw Problem.of(ProblemType.STALE, "If-Match names a stream that this request does not write to");
        }
    }

    boolean hasEvents() {
        return streams.values().stream().anyMatch(stream -> !stream.pending.isEmpty());
    }
}
