package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.CommandRequestFactory;
import org.depositary.eventsourcing.http.CommandResponses;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.StreamId;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Fact;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.WithdrawClaim;

/** Handles the commands that change a recorded fact, from the HTTP body to the response, for every kind of fact. */
@ApplicationScoped
public class FactChanger {

    private final CommandResponses responses;
    private final CommandRequestFactory requests;
    private final ObjectMapper mapper;

    FactChanger(CommandResponses responses, CommandRequestFactory requests, ObjectMapper mapper) {
        this.responses = responses;
        this.requests = requests;
        this.mapper = mapper;
    }

    /**
     * Corrects the recorded statement. The body has the fields that change, {@code reason} and optional {@code
     * sources}.
     */
    public <V> Response correct(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return change(body, lookup, (unitOfWork, fields) -> {
            var reason = fields.takeReason();
            var sources = FactRecorder.checkQuotes(unitOfWork, fields.takeOptionalSources());
            if (fields.names().isEmpty() && sources.isEmpty()) {
                throw Problem.invalid("", "Name at least one field to correct");
            }
            return new CorrectFact<>(
                    lookup.id(), statement -> lookup.amended(fields, statement), fields.names(), reason, sources);
        });
    }

    /** Retracts the fact. The body has the {@code reason}. */
    public <V> Response retract(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return changeWithReason(body, lookup, reason -> new RetractFact<>(lookup.id(), reason));
    }

    /** Adds a source that agrees. The body is the source. */
    public <V> Response addSource(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return change(
                body,
                lookup,
                (unitOfWork, fields) ->
                        new AddSources<>(lookup.id(), FactRecorder.checkQuotes(unitOfWork, List.of(fields.source()))));
    }

    /**
     * Adds a claim. The body has {@code sources}, and the fields that differ as {@code value} or {@code "holds":
     * false}.
     */
    public <V> Response claim(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return responses.to(requests.with(body), unitOfWork -> {
            var stream = lookup.find(unitOfWork);
            var fields = FactRequestBody.of(body, mapper);
            var sources = FactRecorder.checkQuotes(unitOfWork, fields.takeSources());
            var claim = fields.takeClaim();
            fields.rejectUnknownFields();
            unitOfWork.handle(
                    lookup.aggregate(),
                    stream,
                    new ClaimOtherwise<>(
                            lookup.id(),
                            statement -> differing(lookup, claim.value(), statement),
                            claim.value().names(),
                            claim.holds(),
                            sources));
            return claimResult(unitOfWork, lookup, stream);
        });
    }

    private static <V> V differing(FactLookup<V, ? extends V> lookup, FactRequestBody value, V statement) {
        try {
            return lookup.amended(value, statement);
        } catch (Problem problem) {
            throw problem.inField("value");
        }
    }

    private static <V> CommandAnswer claimResult(
            UnitOfWork unitOfWork, FactLookup<V, ? extends V> lookup, StreamId stream) {
        int number = fact(unitOfWork, lookup, stream).claims().size();
        var result = changeResult(unitOfWork, lookup, stream);
        result.put("location", "%s/claims/%d".formatted(result.path("location").asText(), number));
        return FactAnswers.one(201, result.put("claim", number));
    }

    /** Makes the claim the preferred one. The body has the {@code reason}. */
    public <V> Response prefer(JsonNode body, FactLookup<V, ? extends V> lookup, int claim) {
        return changeWithReason(body, lookup, reason -> new PreferClaim<>(lookup.id(), claim, reason));
    }

    /** Withdraws the claim. The body has the {@code reason}. */
    public <V> Response withdraw(JsonNode body, FactLookup<V, ? extends V> lookup, int claim) {
        return changeWithReason(body, lookup, reason -> new WithdrawClaim<>(lookup.id(), claim, reason));
    }

    private <V> Response changeWithReason(
            JsonNode body, FactLookup<V, ? extends V> lookup, Function<String, FactCommand<V>> command) {
        return change(body, lookup, (unitOfWork, fields) -> {
            var reason = fields.takeReason();
            fields.rejectUnknownFields();
            return command.apply(reason);
        });
    }

    private <V> Response change(
            JsonNode body,
            FactLookup<V, ? extends V> lookup,
            BiFunction<UnitOfWork, FactRequestBody, FactCommand<V>> command) {
        return responses.to(requests.with(body), unitOfWork -> {
            var stream = lookup.find(unitOfWork);
            unitOfWork.handle(lookup.aggregate(), stream, command.apply(unitOfWork, FactRequestBody.of(body, mapper)));
            return FactAnswers.one(201, changeResult(unitOfWork, lookup, stream));
        });
    }

    private static <V> ObjectNode changeResult(
            UnitOfWork unitOfWork, FactLookup<V, ? extends V> lookup, StreamId stream) {
        var statement = fact(unitOfWork, lookup, stream).statement();
        return FactAnswers.result(unitOfWork, lookup.kind(), lookup.id(), stream, statement);
    }

    private static <V> Fact<V> fact(UnitOfWork unitOfWork, FactLookup<V, ? extends V> lookup, StreamId stream) {
        return unitOfWork
                .state(lookup.aggregate(), stream)
                .flatMap(facts -> facts.find(lookup.id()))
                .orElseThrow();
    }
}
