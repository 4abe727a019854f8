package org.depositary.facts.command;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactKind;

/**
 * Which fact is meant, and how to find it.
 *
 * @param stream its stream, where the id tells it; otherwise the event that recorded it leads there
 * @param canonical puts a correction's fields into their canonical form, seeing the statement as it stands
 * @param <V> what the facts of its stream state
 * @param <S> what this one states
 */
public record FactLookup<V, S extends V>(
        Aggregate<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
        FactKind<S> kind,
        String id,
        Optional<StreamId> stream,
        BiConsumer<FactRequestBody, S> canonical) {

    /** A fact that is found by its id alone, and whose corrections are taken as they come. */
    public FactLookup(Aggregate<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate, FactKind<S> kind, String id) {
        this(aggregate, kind, id, Optional.empty(), (body, statement) -> {});
    }

    /** The statement with the body's fields put over it. */
    V amended(FactRequestBody body, V statement) {
        var typed = kind.statement().cast(statement);
        canonical.accept(body, typed);
        return body.over(typed, kind.statement());
    }

    /** @throws Problem not-found, when there is no such fact of this kind */
    StreamId find(Session session) {
        return stream.or(() -> uuid(id).flatMap(session::streamOfEvent))
                .filter(found -> found.type().equals(aggregate.type()))
                .filter(found -> isThere(session, found))
                .orElseThrow(() -> Problem.notFound("There is no %s %s".formatted(kind.name(), id)));
    }

    private boolean isThere(Session session, StreamId found) {
        return session.state(aggregate, found)
                .flatMap(ledger -> ledger.find(id))
                .filter(fact -> kind.statement().isInstance(fact.statement()))
                .isPresent();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
