package org.depositary.facts.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What can be done to a recorded fact, whatever it states. A kind of fact has a subclass, whose path is where its facts
 * have their URLs.
 *
 * @param <V> what the facts of its stream state
 * @param <S> what this kind states
 */
@RolesAllowed("curator")
@RunOnVirtualThread
public abstract class FactResource<V, S extends V> {

    private final FactRecorder facts;

    protected FactResource(FactRecorder facts) {
        this.facts = facts;
    }

    /** The fact with that id. */
    protected abstract FactLookup<V, S> address(String id);

    @POST
    @Path("{id}/corrections")
    @Operation(summary = "Correct what was recorded: the fields that change, and the reason")
    public Response correct(@PathParam("id") String id, JsonNode body) {
        return facts.correct(body, address(id));
    }

    @POST
    @Path("{id}/retraction")
    @Operation(summary = "Take the fact back; it keeps its URL and says so")
    public Response retract(@PathParam("id") String id, JsonNode body) {
        return facts.retract(body, address(id));
    }

    @POST
    @Path("{id}/sources")
    @Operation(summary = "Add a source that agrees")
    public Response addSource(@PathParam("id") String id, JsonNode body) {
        return facts.addSource(body, address(id));
    }

    @POST
    @Path("{id}/claims")
    @Operation(summary = "Keep what a source says that does not agree; Location is the claim's address")
    public Response claim(@PathParam("id") String id, JsonNode body) {
        return facts.claim(body, address(id));
    }

    @POST
    @Path("{id}/claims/{claim}/preference")
    @Operation(summary = "Let the fact say what this claim says; 1 is what was recorded")
    public Response prefer(@PathParam("id") String id, @PathParam("claim") int claim, JsonNode body) {
        return facts.prefer(body, address(id), claim);
    }

    @POST
    @Path("{id}/claims/{claim}/withdrawal")
    @Operation(summary = "Let a claim that is not preferred count no more")
    public Response withdraw(@PathParam("id") String id, @PathParam("claim") int claim, JsonNode body) {
        return facts.withdraw(body, address(id), claim);
    }
}
