package org.depositary.facts.command;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactKind;

/**
 * Identifies one fact and finds its stream.
 *
 * @param stream the stream, if the id gives it; otherwise the event that recorded the fact gives it
 * @param canonical converts the fields of a correction to canonical form, given the present statement
 * @param <V> the statement type of the stream
 * @param <S> the statement type of this fact
 */
public record FactLookup<V, S extends V>(
        AggregateType<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
        FactKind<S> kind,
        String id,
        Optional<StreamId> stream,
        BiConsumer<FactRequestBody, S> canonical) {

    /** A lookup by id alone, for facts whose corrections are already in canonical form. */
    public FactLookup(
            AggregateType<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate, FactKind<S> kind, String id) {
        this(aggregate, kind, id, Optional.empty(), (body, statement) -> {});
    }

    /**
     * Returns the statement with these fields replaced. Does not change {@code fields}: if another command appends
     * first, they are applied again to a newer statement.
     */
    V amended(FactRequestBody fields, V statement) {
        var typed = kind.statement().cast(statement);
        var amendment = fields.copy();
        canonical.accept(amendment, typed);
        return amendment.overlay(typed, kind.statement());
    }

    /**
     * Returns the stream of the fact.
     *
     * @throws Problem {@code not-found} if no fact of this kind has this id
     */
    StreamId find(UnitOfWork unitOfWork) {
        return stream.or(() -> uuid(id).flatMap(unitOfWork::streamOfEvent))
                .filter(found -> found.type().equals(aggregate.type()))
                .filter(found -> unitOfWork
                        .read(aggregate, found)
                        .find(id)
                        .filter(fact -> kind.statement().isInstance(fact.statement()))
                        .isPresent())
                .orElseThrow(() -> Problem.notFound("Unknown %s %s".formatted(kind.name(), id)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}
