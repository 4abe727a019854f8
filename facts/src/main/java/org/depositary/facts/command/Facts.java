package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.Answers;
import org.depositary.eventsourcing.http.Requests;
import org.depositary.eventsourcing.store.Aggregate;
import org.depositary.eventsourcing.store.Answer;
import org.depositary.eventsourcing.store.Session;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactEvent;
import org.depositary.facts.Ledger;
import org.depositary.facts.passages.Quotes;
import org.depositary.facts.relay.FactKind;

/** Commands about facts, from the HTTP body to the answer, whatever the fact states. */
@ApplicationScoped
public class Facts {

    private static final int MAX_ITEMS = 1_000;

    /** Where a new fact belongs and what it states; its sources are read beside it. */
    public record Draft<V>(StreamId stream, FactKind<? extends V> kind, V statement, List<String> warnings) {

        public Draft(StreamId stream, FactKind<? extends V> kind, V statement) {
            this(stream, kind, statement, List.of());
        }
    }

    private record Item<V>(Draft<V> draft, NewFact<V> fact) {}

    private final Answers answers;
    private final Requests requests;
    private final ObjectMapper mapper;

    Facts(Answers answers, Requests requests, ObjectMapper mapper) {
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
            Aggregate<FactCommand<V>, Ledger<V>, FactEvent<V>> aggregate,
            Function<FactBody, Draft<V>> draft) {
        return answers.to(requests.with(body), session -> {
            var items = items(session, body, draft);
            // Per stream one command, so that what only makes sense together is judged together.
            var byStream = new LinkedHashMap<StreamId, List<NewFact<V>>>();
            items.forEach(item -> byStream.computeIfAbsent(item.draft().stream(), stream -> new ArrayList<>())
                    .add(item.fact()));
            byStream.forEach((stream, facts) -> session.handle(aggregate, stream, new RecordFacts<>(facts)));
            return recorded(session, items, body.isArray());
        });
    }

    private <V> List<Item<V>> items(Session session, JsonNode body, Function<FactBody, Draft<V>> draft) {
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

    private <V> Item<V> item(Session session, JsonNode node, Function<FactBody, Draft<V>> draft) {
        var body = FactBody.of(node);
        var sources = body.takeSources();
        var drafted = draft.apply(body);
        new Quotes(session.connection()).check("sources", sources);
        return new Item<>(
                drafted, new NewFact<>(UuidCreator.getTimeOrderedEpoch().toString(), drafted.statement(), sources));
    }

    private <V> Answer recorded(Session session, List<Item<V>> items, boolean array) {
        var results = mapper.createArrayNode();
        items.forEach(item -> results.add(result(
                item.draft().kind().url(item.fact().id()),
                item.fact().id(),
                versionOf(session, item.draft().stream()),
                item.draft().warnings())));
        var first = results.get(0);
        return array
                ? new Answer(201, Map.of("Depositary-Version", versions(results)), results)
                : new Answer(201, headers(first), first);
    }

    /** Lets the fact say something else: the body has the fields that change, {@code reason} and maybe sources. */
    public <V, S extends V> Response correct(JsonNode body, Located<V, S> located) {
        return change(located, body, (session, fact) -> {
            var reason = fact.takeReason();
            var sources = fact.takeSourcesIfAny();
            new Quotes(session.connection()).check("sources", sources);
            if (fact.fieldNames().isEmpty() && sources.isEmpty()) {
                throw Problem.invalid("", "Name at least one field to correct");
            }
            return new CorrectFact<>(
                    located.id(), statement -> located.amended(fact, statement), fact.fieldNames(), reason, sources);
        });
    }

    /** Takes the fact back: the body has the {@code reason}. */
    public <V> Response retract(JsonNode body, Located<V, ? extends V> located) {
        return change(located, body, (session, fact) -> {
            var command = new RetractFact<V>(located.id(), fact.takeReason());
            nothingElse(fact);
            return command;
        });
    }

    /** Adds a source that agrees: the body is the source, or has {@code sources}. */
    public <V> Response addSources(JsonNode body, Located<V, ? extends V> located) {
        var wrapped = body.isObject() && !body.has("sources")
                ? mapper.createObjectNode()
                        .set("sources", mapper.createArrayNode().add(body))
                : body;
        return change(located, body, (session, ignored) -> {
            var fact = FactBody.of(wrapped);
            var sources = fact.takeSources();
            nothingElse(fact);
            new Quotes(session.connection()).check("sources", sources);
            return new AddSources<>(located.id(), sources);
        });
    }

    private static void nothingElse(FactBody body) {
        body.fieldNames().stream().findFirst().ifPresent(field -> {
            throw Problem.invalid(field, "There is no such field here");
        });
    }

    /**
     * A fact and where it stands.
     *
     * @param stream its stream, when the id tells it; otherwise the event that recorded it leads there
     * @param canonical puts a correction's fields into their canonical form, seeing the statement as it stands
     */
    public record Located<V, S extends V>(
            Aggregate<FactCommand<V>, Ledger<V>, FactEvent<V>> aggregate,
            FactKind<S> kind,
            String id,
            java.util.Optional<StreamId> stream,
            java.util.function.BiConsumer<FactBody, S> canonical) {

        private V amended(FactBody body, V statement) {
            var typed = kind.statement().cast(statement);
            canonical.accept(body, typed);
            return body.over(typed, kind.statement());
        }

        private StreamId in(Session session) {
            return stream.or(() -> uuid(id).flatMap(session::streamOfEvent))
                    .filter(found -> found.type().equals(aggregate.type()))
                    .filter(found -> session.state(aggregate, found)
                            .flatMap(ledger -> ledger.find(id))
                            .filter(fact -> kind.statement().isInstance(fact.statement()))
                            .isPresent())
                    .orElseThrow(() -> Problem.notFound("There is no " + kind.name() + " " + id));
        }

        private static java.util.Optional<UUID> uuid(String text) {
            try {
                return java.util.Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException other) {
                return java.util.Optional.empty();
            }
        }
    }

    private <V> Response change(
            Located<V, ? extends V> located,
            JsonNode body,
            java.util.function.BiFunction<Session, FactBody, FactCommand<V>> command) {
        return answers.to(requests.with(body), session -> {
            var stream = located.in(session);
            session.handle(located.aggregate(), stream, command.apply(session, FactBody.of(body)));
            var result = result(located.kind().url(located.id()), located.id(), versionOf(session, stream), List.of());
            return new Answer(201, headers(result), result);
        });
    }

    private ObjectNode result(String location, String id, String version, List<String> warnings) {
        var result = mapper.createObjectNode()
                .put("id", id)
                .put("location", location)
                .put("version", version);
        if (!warnings.isEmpty()) {
            result.set("warnings", mapper.valueToTree(warnings));
        }
        return result;
    }

    private static Map<String, String> headers(JsonNode result) {
        return Map.of(
                "Location", result.get("location").asText(),
                "Depositary-Version", result.get("version").asText());
    }

    /** For an array the streams' last versions, comma separated, as repeated headers are. */
    private static String versions(ArrayNode results) {
        var versions = new java.util.LinkedHashSet<String>();
        results.forEach(result -> versions.add(result.get("version").asText()));
        return String.join(", ", versions);
    }

    private static String versionOf(Session session, StreamId stream) {
        return stream + "@" + session.version(stream);
    }
}
