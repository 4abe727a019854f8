package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.relay.EventEnvelope;
import org.depositary.eventsourcing.relay.TopicDefinition;
import org.depositary.eventsourcing.store.AggregateType;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactDecider;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactStream;
import org.depositary.facts.FactStreamTransition;
import org.depositary.facts.command.ExpeditionResource.Expedition;
import org.depositary.facts.events.FactEventCodec;
import org.depositary.facts.events.FactKind;

/** A small kind of fact. The expeditions to one region share a stream. At most one of them begins in a year. */
@Path("/api/expeditions")
@RolesAllowed("curator")
@RunOnVirtualThread
public class ExpeditionResource extends FactResource<Expedition, Expedition> {

    public record Expedition(String region, String year, String leader) {}

    static final String CLOSED_REGION = "closed";

    static final FactKind<Expedition> EXPEDITION =
            new FactKind<>("expedition", "expedition-recorded", 1, Expedition.class, "/api/expeditions");

    static final AggregateType<FactCommand<Expedition>, FactStream<Expedition>, FactEvent<Expedition>> EXPEDITIONS =
            new AggregateType<>(
                    "expedition",
                    FactDecider.withInvariant(ExpeditionResource::checkYears),
                    new FactEventCodec<>(EXPEDITION));

    /** How often a body was parsed to a statement. */
    static final AtomicInteger PARSED = new AtomicInteger();

    /** How often a command was decided. */
    static final AtomicInteger DECIDED = new AtomicInteger();

    /** Writes to the same stream after the next command has read it. */
    private static final AtomicReference<Runnable> RIVAL = new AtomicReference<>();

    private final FactRecorder recorder;

    ExpeditionResource(FactRecorder recorder, FactChanger changer) {
        super(changer);
        this.recorder = recorder;
    }

    static void lose(Runnable rival) {
        RIVAL.set(rival);
        PARSED.set(0);
        DECIDED.set(0);
    }

    private static void checkYears(FactStreamTransition<Expedition> attempt) {
        DECIDED.incrementAndGet();
        Optional.ofNullable(RIVAL.getAndSet(null)).ifPresent(Runnable::run);
        var standing = attempt.after().standing();
        if (standing.stream().map(fact -> fact.statement().year()).distinct().count() < standing.size()) {
            throw Problem.of(ProblemType.CONFLICT, "Two expeditions in one year");
        }
    }

    @POST
    @Path("of/{region}")
    public Response record(@PathParam("region") String region, JsonNode body) {
        return recorder.record(
                body,
                EXPEDITIONS,
                fields ->
                        new FactRequest<>(EXPEDITIONS.stream(region), EXPEDITION, parse(fields.with("region", region))),
                session -> {
                    if (region.equals(CLOSED_REGION)) {
                        throw Problem.notFound("No such region");
                    }
                });
    }

    @PUT
    @Path("{id}")
    public Response register(@PathParam("id") String id, JsonNode body) {
        var named = new FactLookup<>(
                EXPEDITIONS, EXPEDITION, id, Optional.of(EXPEDITIONS.stream(id)), (fields, statement) -> {});
        return recorder.register(body, named, ExpeditionResource::parse);
    }

    private static Expedition parse(FactRequestBody fields) {
        PARSED.incrementAndGet();
        return fields.statement(Expedition.class);
    }

    /** The canonical form of a leader depends on the recorded year. */
    @Override
    protected FactLookup<Expedition, Expedition> lookup(String id) {
        return new FactLookup<>(EXPEDITIONS, EXPEDITION, id, Optional.empty(), (fields, expedition) -> {
            if (fields.fields().has("leader")) {
                var leader = fields.fields().get("leader").asText();
                fields.fields().put("leader", "%s (%s)".formatted(leader, expedition.year()));
            }
        });
    }

    @Produces
    @Singleton
    static EventEnvelope envelope() {
        return new EventEnvelope(TopicDefinition.ofEvents("expeditions.events"), "expeditions", "/expeditions-service");
    }
}
