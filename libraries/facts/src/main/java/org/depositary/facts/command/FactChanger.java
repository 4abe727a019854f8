package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.http.CommandRequestFactory;
import org.depositary.eventsourcing.http.CommandResponder;
import org.depositary.eventsourcing.store.CommandAnswer;
import org.depositary.eventsourcing.store.EventStore;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.AddSources;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.PreferClaim;
import org.depositary.facts.FactCommand.RetractFact;
import org.depositary.facts.FactCommand.VerifyFact;
import org.depositary.facts.FactCommand.WithdrawClaim;
import org.depositary.facts.passages.QuoteCheck;

/**
 * Handles the commands that change a recorded fact, from the HTTP body to the response, for every kind of fact.
 *
 * <p>Each method parses its command. {@link #change} decides it and appends; {@link EventStore} stores the events and
 * the kept response by one statement.
 */
@ApplicationScoped
public class FactChanger {

    private final CommandResponder responses;
    private final CommandRequestFactory requests;
    private final ObjectMapper mapper;

    FactChanger(CommandResponder responses, CommandRequestFactory requests, ObjectMapper mapper) {
        this.responses = responses;
        this.requests = requests;
        this.mapper = mapper;
    }

    /**
     * Corrects the recorded statement. The body has the fields that change, {@code reason} and optional {@code
     * sources}.
     */
    public <V> Response correct(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return change(body, lookup, fields -> {
            var reason = fields.takeReason();
            var sources = fields.takeOptionalSources();
            if (fields.names().isEmpty() && sources.isEmpty()) {
                throw Problem.invalid("", "The correction names no field. Name at least one");
            }
            return new CorrectFact<>(
                    lookup.id(), statement -> lookup.amended(fields, statement), fields.names(), reason, sources);
        });
    }

    /** Retracts the fact. The body has the {@code reason}. */
    public <V> Response retract(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return retract(body, unitOfWork -> lookup);
    }

    /**
     * Retracts a fact that the state of its stream identifies.
     *
     * @param finder finds the fact in the unit of work of the command
     */
    public <V> Response retract(JsonNode body, Function<UnitOfWork, FactLookup<V, ? extends V>> finder) {
        var reason = FactRequestBody.parse(() -> onlyReason(FactRequestBody.of(body, mapper)));
        return responses.to(requests.with(body), unitOfWork -> {
            var lookup = finder.apply(unitOfWork);
            return change(unitOfWork, lookup, () -> new RetractFact<>(lookup.id(), reason.get()));
        });
    }

    /** Adds a source that agrees with the preferred claim. The body is the source. */
    public <V> Response addSource(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return change(body, lookup, fields -> new AddSources<>(lookup.id(), List.of(fields.source())));
    }

    /** Confirms that the fact is still right. The body has the optional {@code sources} that were checked. */
    public <V> Response verify(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return change(body, lookup, fields -> {
            var sources = fields.takeOptionalSources();
            fields.rejectUnknownFields();
            return new VerifyFact<>(lookup.id(), sources);
        });
    }

    /**
     * Adds a claim. The body has {@code sources}, and the fields that differ as {@code value} or {@code "holds":
     * false}.
     */
    public <V> Response claim(JsonNode body, FactLookup<V, ? extends V> lookup) {
        return change(body, lookup, fields -> {
            var sources = fields.takeSources();
            var claim = fields.takeClaim();
            fields.rejectUnknownFields();
            return new ClaimOtherwise<>(
                    lookup.id(),
                    statement -> differing(lookup, claim.value(), statement),
                    claim.value().names(),
                    claim.holds(),
                    sources);
        });
    }

    private static <V> V differing(FactLookup<V, ? extends V> lookup, FactRequestBody value, V statement) {
        try {
            return lookup.amended(value, statement);
        } catch (Problem problem) {
            throw problem.inField("value");
        }
    }

    /** Makes the claim the preferred one. The body has the {@code reason}. */
    public <V> Response prefer(JsonNode body, FactLookup<V, ? extends V> lookup, int claim) {
        return change(body, lookup, fields -> new PreferClaim<>(lookup.id(), claim, onlyReason(fields)));
    }

    /** Withdraws the claim. The body has the {@code reason}. */
    public <V> Response withdraw(JsonNode body, FactLookup<V, ? extends V> lookup, int claim) {
        return change(body, lookup, fields -> new WithdrawClaim<>(lookup.id(), claim, onlyReason(fields)));
    }

    private static String onlyReason(FactRequestBody fields) {
        var reason = fields.takeReason();
        fields.rejectUnknownFields();
        return reason;
    }

    /**
     * Parses the command, then reads, decides and appends in a unit of work. If another command has appended first,
     * only the unit of work runs again.
     */
    private <V> Response change(
            JsonNode body, FactLookup<V, ? extends V> lookup, Function<FactRequestBody, FactCommand<V>> parser) {
        var request = requests.with(body);
        var parsed = FactRequestBody.parse(() -> parser.apply(FactRequestBody.of(body, mapper)));
        return responses.to(request, unitOfWork -> change(unitOfWork, lookup, parsed));
    }

    private static <V> CommandAnswer change(
            UnitOfWork unitOfWork, FactLookup<V, ? extends V> lookup, Supplier<? extends FactCommand<V>> parsed) {
        var stream = lookup.find(unitOfWork);
        FactCommand<V> command = parsed.get();
        new QuoteCheck(unitOfWork.reader()).check("sources", command.sources());
        var aggregate = lookup.aggregate();
        var events = aggregate.decider().decide(command, unitOfWork.read(aggregate, stream));
        var fact =
                unitOfWork.append(aggregate, stream, events).find(lookup.id()).orElseThrow();
        var result = FactCommandResponses.result(unitOfWork, lookup.kind(), stream, fact.id(), fact.statement());
        if (command instanceof ClaimOtherwise) {
            int number = fact.claims().size();
            result.put("location", "%s/claims/%d".formatted(lookup.kind().url(fact.id()), number));
            result.put("claim", number);
        }
        return FactCommandResponses.one(201, result);
    }
}
