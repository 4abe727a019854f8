package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.http.Answers;
import org.depositary.eventsourcing.http.Requests;
import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.eventsourcing.store.Answer;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.WithdrawClaim;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.passages.QuoteCheck;
import org.depositary.vocabulary.Source;

/** Commands about facts, from the HTTP body to the answer, whatever the fact states. */
@ApplicationScoped
public class FactRecorder {

    private static final int MAX_ITEMS = 1_000;

    private record Item<V>(ParsedFact<V> draft, NewFact<V> fact) {

        StreamId stream() {
            return draft.stream().apply(fact.id());
        }
    }

    private final Answers answers;
    private final Requests requests;
    private final ObjectMapper mapper;

    FactRecorder(Answers answers, Requests requests, ObjectMapper mapper) {
        this.answers = answers;
        this.requests = requests;
        this.mapper = mapper;
    }

    /**
     * Records one fact, or an array of facts that are decided together, all or none.
     *
     * @param draft from a body (its sources taken out) to the fact it asks for
     */
    public <V> Response record(
            JsonNode body,
            Aggregate<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, ParsedFact<V>> draft) {
        return record(body, aggregate, draft, session -> {});
    }

    /**
     * Records facts where something else must be there first.
     *
     * @param precondition refuses when it is not
     */
    public <V> Response record(
            JsonNode body,
            Aggregate<FactCommand<V>, FactStream<V>, FactEvent<V>> aggregate,
            Function<FactRequestBody, ParsedFact<V>> draft,
            Consumer<Session> precondition) {
        return answers.to(requests.with(body), session -> {
            precondition.accept(session);
            var items = items(session, body, draft);
            // Per stream one command, so that what only makes sense together is judged together.
            var byStream = new LinkedHashMap<StreamId, List<NewFact<V>>>();
            items.forEach(item -> byStream.computeIfAbsent(item.stream(), stream -> new ArrayList<>())
                    .add(item.fact()));
            byStream.forEach((stream, facts) -> session.handle(aggregate, stream, new RecordFacts<>(facts)));
            var results = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> results.add(result(session, item)));
            return body.isArray() ? FactAnswers.all(results) : FactAnswers.one(201, results.get(0));
        });
    }

    private static <V> JsonNode result(Session session, Item<V> item) {
        var draft = item.draft();
        return FactAnswers.result(session, draft.kind(), item.fact().id(), item.stream(), draft.statement());
    }

    private <V> List<Item<V>> items(Session session, JsonNode body, Function<FactRequestBody, ParsedFact<V>> draft) {
        if (!(body instanceof ArrayNode array)) {
            return List.of(item(session, body, draft));
        }
        if (array.isEmpty() || array.size() > MAX_ITEMS) {
            throw Problem.invalid("", "An array takes 1 to %d facts".formatted(MAX_ITEMS));
        }
        var items = new ArrayList<Item<V>>();
        for (int i = 0; i < array.size(); i++) {
            try {
                items.add(item(session, array.get(i), draft));
            } catch (Problem problem) {
                throw problem.inItem(i);
            }
        }
        return items;
    }

    private <V> Item<V> item(Session session, JsonNode node, Function<FactRequestBody, ParsedFact<V>> draft) {
        var body = FactRequestBody.of(node, mapper);
        var sources = sources(session, body.takeSources());
        var drafted = draft.apply(body);
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        return new Item<>(drafted, new NewFact<>(id, drafted.statement(), sources));
    }

    /**
     * Records a fact under a name of its own, once: the same again is 200 and records nothing, another one
     * under that name is a conflict.
     */
    public <V, S extends V> Response register(
            JsonNode body, FactLookup<V, S> address, Function<FactRequestBody, S> statement) {
        return answers.to(requests.with(body), session -> {
            var fields = FactRequestBody.of(body, mapper);
            var sources = sources(session, fields.takeSources());
            var fact = new NewFact<V>(address.id(), statement.apply(fields), sources);
            var stream = address.stream().orElseThrow();
            var known = session.state(address.aggregate(), stream).flatMap(ledger -> ledger.find(address.id()));
            known.ifPresent(recorded -> refuseAnother(address, recorded, fact));
            if (known.isEmpty()) {
                session.handle(address.aggregate(), stream, new RecordFacts<>(List.of(fact)));
            }
            var result = FactAnswers.result(session, address.kind(), address.id(), stream, fact.statement());
            return FactAnswers.one(known.isEmpty() ? 201 : 200, result);
        });
    }

    private static <V> void refuseAnother(FactLookup<V, ?> address, Fact<V> recorded, NewFact<V> fact) {
        if (!recorded.statement().equals(fact.statement())
                || !recorded.sources().equals(fact.sources())) {
            throw Problem.of(
                    ProblemType.CONFLICT,
                    "%s is registered and says something else; send a correction, a change or a source"
                            .formatted(address.kind().url(address.id())));
        }
    }

    /** Lets the fact say something else: the body has the fields that change, {@code reason} and maybe sources. */
    public <V> Response correct(JsonNode body, FactLookup<V, ? extends V> address) {
        return change(body, address, (session, fields) -> {
            var reason = fields.takeReason();
            var sources = sources(session, fields.takeSourcesIfAny());
            if (fields.names().isEmpty() && sources.isEmpty()) {
                throw Problem.invalid("", "Name at least one field to correct");
            }
            return new CorrectFact<>(
                    address.id(), statement -> address.amended(fields, statement), fields.names(), reason, sources);
        });
    }

    /** Takes the fact back: the body has the {@code reason}. */
    public <V> Response retract(JsonNode body, FactLookup<V, ? extends V> address) {
        return reasoned(body, address, reason -> new RetractFact<>(address.id(), reason));
    }

    /** Adds a source that agrees: the body is the source. */
    public <V> Response addSource(JsonNode body, FactLookup<V, ? extends V> address) {
        return change(
                body,
                address,
                (session, fields) -> new AddSources<>(address.id(), sources(session, List.of(fields.source()))));
    }

    /**
     * Keeps what another source says: the body has its {@code sources} and the {@code value} of the fields in which it
     * differs, or {@code "holds": false}, when it says that it never happened.
     */
    public <V> Response claim(JsonNode body, FactLookup<V, ? extends V> address) {
        return answers.to(requests.with(body), session -> {
            var stream = address.find(session);
            var fields = FactRequestBody.of(body, mapper);
            var sources = sources(session, fields.takeSources());
            var claim = fields.takeClaim();
            fields.refuseOthers();
            session.handle(
                    address.aggregate(),
                    stream,
                    new ClaimOtherwise<>(
                            address.id(),
                            statement -> differing(address, claim.value(), statement),
                            claim.value().names(),
                            claim.holds(),
                            sources));
            return claimed(session, address, stream);
        });
    }

    private static <V> V differing(FactLookup<V, ? extends V> address, FactRequestBody value, V statement) {
        try {
            return address.amended(value, statement);
        } catch (Problem problem) {
            throw problem.inField("value");
        }
    }

    private static <V> Answer claimed(Session session, FactLookup<V, ? extends V> address, StreamId stream) {
        int number = fact(session, address, stream).claims().size();
        var result = changed(session, address, stream);
        result.put("location", "%s/claims/%d".formatted(result.path("location").asText(), number));
        return FactAnswers.one(201, result.put("claim", number));
    }

    /** Lets the fact say what this claim says: the body has the {@code reason}. */
    public <V> Response prefer(JsonNode body, FactLookup<V, ? extends V> address, int claim) {
        return reasoned(body, address, reason -> new PreferClaim<>(address.id(), claim, reason));
    }

    /** Lets this claim count no more: the body has the {@code reason}. */
    public <V> Response withdraw(JsonNode body, FactLookup<V, ? extends V> address, int claim) {
        return reasoned(body, address, reason -> new WithdrawClaim<>(address.id(), claim, reason));
    }

    private <V> Response reasoned(
            JsonNode body, FactLookup<V, ? extends V> address, Function<String, FactCommand<V>> command) {
        return change(body, address, (session, fields) -> {
            var reason = fields.takeReason();
            fields.refuseOthers();
            return command.apply(reason);
        });
    }

    private <V> Response change(
            JsonNode body,
            FactLookup<V, ? extends V> address,
            BiFunction<Session, FactRequestBody, FactCommand<V>> command) {
        return answers.to(requests.with(body), session -> {
            var stream = address.find(session);
            session.handle(address.aggregate(), stream, command.apply(session, FactRequestBody.of(body, mapper)));
            return FactAnswers.one(201, changed(session, address, stream));
        });
    }

    private static <V> ObjectNode changed(Session session, FactLookup<V, ? extends V> address, StreamId stream) {
        var statement = fact(session, address, stream).statement();
        return FactAnswers.result(session, address.kind(), address.id(), stream, statement);
    }

    private static <V> Fact<V> fact(Session session, FactLookup<V, ? extends V> address, StreamId stream) {
        return session.state(address.aggregate(), stream)
                .flatMap(ledger -> ledger.find(address.id()))
                .orElseThrow();
    }

    private static List<Source> sources(Session session, List<Source> sources) {
        new QuoteCheck(session.reader()).check("sources", sources);
        return sources;
    }
}
