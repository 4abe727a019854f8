package org.depositary.facts.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.CommandRequestFactory;
import org.depositary.eventsourcing.http.CommandResponder;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.eventsourcing.store.EventStore;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.events.FactKind;
import org.depositary.facts.passages.QuoteCheck;
import org.depositary.vocabulary.sources.Source;

/**
 * Handles the commands that record facts, from the HTTP body to the response, for every kind of fact.
 *
 * <p>A command parses its body before it takes a database connection. Then it reads, folds, decides and appends in one
 * unit of work. {@link EventStore} stores the events and the kept response by one statement. After a lost race only the
 * unit of work runs again.
 */
@ApplicationScoped
public class FactRecorder {

    private static final int MAX_ITEMS = 1_000;

    private record Item<V>(StreamId stream, FactKind<? extends V> kind, NewFact<V> fact) {

        JsonNode result(UnitOfWork unitOfWork) {
            return FactCommandResponses.result(unitOfWork, kind, stream, fact.id(), fact.statement());
        }
    }

    private record ItemParser<V>(
            Function<FactRequestBody, List<Source>> sources, Function<FactRequestBody, FactRequest<V>> fact) {}

    private final CommandResponder responses;
    private final CommandRequestFactory requests;
    private final ObjectMapper mapper;

    FactRecorder(CommandResponder responses, CommandRequestFactory requests, ObjectMapper mapper) {
        this.responses = responses;
        this.requests = requests;
        this.mapper = mapper;
    }

    /**
     * Records one fact, or an array of facts: all of them or none.
     *
     * @param parser parses the fields of one fact; the sources are already removed
     */
    public <V> Response record(
            JsonNode body,
            AggregateType<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, FactRequest<V>> parser) {
        return record(body, aggregate, parser, unitOfWork -> {});
    }

    /**
     * Records facts after a check that needs the database.
     *
     * @param precondition throws a problem if the facts must not be recorded
     */
    public <V> Response record(
            JsonNode body,
            AggregateType<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, FactRequest<V>> parser,
            Consumer<UnitOfWork> precondition) {
        return record(body, aggregate, new ItemParser<>(FactRequestBody::takeSources, parser), precondition);
    }

    /** Records a decision of a curator, such as a merge. In contrast to other facts, it needs no source. */
    public <V> Response recordDecision(
            JsonNode body,
            AggregateType<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, FactRequest<V>> parser,
            Consumer<UnitOfWork> precondition) {
        return record(body, aggregate, new ItemParser<>(FactRequestBody::takeOptionalSources, parser), precondition);
    }

    private <V> Response record(
            JsonNode body,
            AggregateType<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            ItemParser<V> parser,
            Consumer<UnitOfWork> precondition) {
        var request = requests.with(body);
        var parsed = FactRequestBody.parse(() -> items(body, parser));
        return responses.to(request, unitOfWork -> {
            precondition.accept(unitOfWork);
            var items = parsed.get();
            var quotes = new QuoteCheck(unitOfWork.reader());
            forEachItem(body, i -> quotes.check("sources", items.get(i).fact().sources()));
            // The facts of one stream form one command, so that its invariant is checked on all of them together.
            var byStream =
                    items.stream().collect(groupingBy(Item::stream, LinkedHashMap::new, mapping(Item::fact, toList())));
            byStream.forEach((stream, facts) -> {
                var recorded = unitOfWork.read(aggregate, stream);
                var events = aggregate.decider().decide(new RecordFacts<>(facts), recorded);
                unitOfWork.append(aggregate, stream, events);
            });
            var results = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> results.add(item.result(unitOfWork)));
            return body.isArray() ? FactCommandResponses.all(results) : FactCommandResponses.one(201, results.get(0));
        });
    }

    private <V> List<Item<V>> items(JsonNode body, ItemParser<V> parser) {
        if (body.isArray() && (body.isEmpty() || body.size() > MAX_ITEMS)) {
            throw Problem.invalid("", "An array must have 1 to %d facts".formatted(MAX_ITEMS));
        }
        var items = new ArrayList<Item<V>>();
        forEachItem(
                body, i -> items.add(body.isArray() ? item(body.get(i), "#/" + i, parser) : item(body, "", parser)));
        return items;
    }

    private <V> Item<V> item(JsonNode node, String pointer, ItemParser<V> parser) {
        var fields = FactRequestBody.of(node, mapper);
        var sources = parser.sources().apply(fields);
        var parsed = parser.fact().apply(fields);
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        var fact = new NewFact<V>(id, parsed.statement(), sources, pointer);
        return new Item<>(parsed.stream().apply(id), parsed.kind(), fact);
    }

    /**
     * Runs the step for each fact in the body. If the body is an array, the pointer of a problem starts with the
     * index of the fact.
     */
    private static void forEachItem(JsonNode body, IntConsumer step) {
        for (int i = 0; i < (body.isArray() ? body.size() : 1); i++) {
            try {
                step.accept(i);
            } catch (Problem problem) {
                throw body.isArray() ? problem.inItem(i) : problem;
            }
        }
    }

    /**
     * Records a fact under an id that the caller chose. If the same fact is already recorded, the response is 200 and
     * nothing is recorded. If the id has another statement, the response is 409.
     */
    public <V, S extends V> Response register(
            JsonNode body, FactLookup<V, S> lookup, Function<FactRequestBody, S> statement) {
        var request = requests.with(body);
        var parsed = FactRequestBody.parse(() -> {
            var fields = FactRequestBody.of(body, mapper);
            var sources = fields.takeSources();
            var fact = new NewFact<V>(lookup.id(), statement.apply(fields), sources);
            return new Item<>(lookup.stream().orElseThrow(), lookup.kind(), fact);
        });
        return responses.to(request, unitOfWork -> {
            var item = parsed.get();
            var fact = item.fact();
            new QuoteCheck(unitOfWork.reader()).check("sources", fact.sources());
            var aggregate = lookup.aggregate();
            var recorded = unitOfWork.read(aggregate, item.stream());
            var known = recorded.find(fact.id());
            known.ifPresent(other -> rejectOtherStatement(lookup, other, fact));
            if (known.isEmpty()) {
                var events = aggregate.decider().decide(new RecordFacts<>(List.of(fact)), recorded);
                unitOfWork.append(aggregate, item.stream(), events);
            }
            return FactCommandResponses.one(known.isEmpty() ? 201 : 200, item.result(unitOfWork));
        });
    }

    private static <V> void rejectOtherStatement(FactLookup<V, ?> lookup, Fact<V> recorded, NewFact<V> fact) {
        if (!recorded.statement().equals(fact.statement())
                || !recorded.sources().equals(fact.sources())) {
            var url = lookup.kind().url(lookup.id());
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "%s is already registered with other values. Send a correction, a change or a source"
                                    .formatted(url))
                    .conflictingWith(List.of(url));
        }
    }
}
