package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.CommandRequestFactory;
import org.depositary.eventsourcing.http.CommandResponses;
import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.passages.QuoteCheck;
import org.depositary.vocabulary.sources.Source;

/** Handles the commands that record facts, from the HTTP body to the response, for every kind of fact. */
@ApplicationScoped
public class FactRecorder {

    private static final int MAX_ITEMS = 1_000;

    private record Item<V>(ParsedFact<V> parsed, NewFact<V> fact) {

        StreamId stream() {
            return parsed.stream().apply(fact.id());
        }
    }

    private final CommandResponses responses;
    private final CommandRequestFactory requests;
    private final ObjectMapper mapper;

    FactRecorder(CommandResponses responses, CommandRequestFactory requests, ObjectMapper mapper) {
        this.responses = responses;
        this.requests = requests;
        this.mapper = mapper;
    }

    /**
     * Records one fact, or an array of facts: all of them or none.
     *
     * @param parser parses one body, without its sources, into a fact
     */
    public <V> Response record(
            JsonNode body,
            Aggregate<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, ParsedFact<V>> parser) {
        return record(body, aggregate, parser, unitOfWork -> {});
    }

    /**
     * Records facts after a check.
     *
     * @param precondition throws if the facts must not be recorded
     */
    public <V> Response record(
            JsonNode body,
            Aggregate<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, ParsedFact<V>> parser,
            Consumer<UnitOfWork> precondition) {
        return responses.to(requests.with(body), unitOfWork -> {
            precondition.accept(unitOfWork);
            var items = items(unitOfWork, body, parser);
            // One command per stream, so that the invariant sees all its new facts together.
            var byStream = new LinkedHashMap<StreamId, List<NewFact<V>>>();
            items.forEach(item -> byStream.computeIfAbsent(item.stream(), stream -> new ArrayList<>())
                    .add(item.fact()));
            byStream.forEach((stream, facts) -> unitOfWork.handle(aggregate, stream, new RecordFacts<>(facts)));
            var results = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> results.add(result(unitOfWork, item)));
            return body.isArray() ? FactAnswers.all(results) : FactAnswers.one(201, results.get(0));
        });
    }

    private static <V> JsonNode result(UnitOfWork unitOfWork, Item<V> item) {
        var parsed = item.parsed();
        return FactAnswers.result(unitOfWork, parsed.kind(), item.fact().id(), item.stream(), parsed.statement());
    }

    private <V> List<Item<V>> items(
            UnitOfWork unitOfWork, JsonNode body, Function<FactRequestBody, ParsedFact<V>> parser) {
        if (!(body instanceof ArrayNode array)) {
            return List.of(item(unitOfWork, body, parser, ""));
        }
        if (array.isEmpty() || array.size() > MAX_ITEMS) {
            throw Problem.invalid("", "An array takes 1 to %d facts".formatted(MAX_ITEMS));
        }
        var items = new ArrayList<Item<V>>();
        for (int i = 0; i < array.size(); i++) {
            try {
                items.add(item(unitOfWork, array.get(i), parser, "#/" + i));
            } catch (Problem problem) {
                throw problem.inItem(i);
            }
        }
        return items;
    }

    private <V> Item<V> item(
            UnitOfWork unitOfWork, JsonNode node, Function<FactRequestBody, ParsedFact<V>> parser, String pointer) {
        var body = FactRequestBody.of(node, mapper);
        var sources = checkQuotes(unitOfWork, body.takeSources());
        var parsed = parser.apply(body);
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        return new Item<>(parsed, new NewFact<>(id, parsed.statement(), sources, pointer));
    }

    /**
     * Records a fact under an id that the caller chose. The same request again returns 200 and records nothing. Another
     * statement under that id is a conflict.
     */
    public <V, S extends V> Response register(
            JsonNode body, FactLookup<V, S> lookup, Function<FactRequestBody, S> statement) {
        return responses.to(requests.with(body), unitOfWork -> {
            var fields = FactRequestBody.of(body, mapper);
            var sources = checkQuotes(unitOfWork, fields.takeSources());
            var fact = new NewFact<V>(lookup.id(), statement.apply(fields), sources);
            var stream = lookup.stream().orElseThrow();
            var known = unitOfWork.state(lookup.aggregate(), stream).flatMap(facts -> facts.find(lookup.id()));
            known.ifPresent(recorded -> rejectOtherStatement(lookup, recorded, fact));
            if (known.isEmpty()) {
                unitOfWork.handle(lookup.aggregate(), stream, new RecordFacts<>(List.of(fact)));
            }
            var result = FactAnswers.result(unitOfWork, lookup.kind(), lookup.id(), stream, fact.statement());
            return FactAnswers.one(known.isEmpty() ? 201 : 200, result);
        });
    }

    private static <V> void rejectOtherStatement(FactLookup<V, ?> lookup, Fact<V> recorded, NewFact<V> fact) {
        if (!recorded.statement().equals(fact.statement())
                || !recorded.sources().equals(fact.sources())) {
            var url = lookup.kind().url(lookup.id());
            throw Problem.of(
                            ProblemType.CONFLICT,
                            "%s is registered and says something else. Send a correction, a change or a source"
                                    .formatted(url))
                    .conflictingWith(List.of(url));
        }
    }

    /** Returns the sources after checking their quotes against the stored passages. */
    static List<Source> checkQuotes(UnitOfWork unitOfWork, List<Source> sources) {
        new QuoteCheck(unitOfWork.reader()).check("sources", sources);
        return sources;
    }
}
