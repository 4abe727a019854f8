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
 * The commands on a recorded fact. Each kind of fact has a subclass; its {@code @Path} is the URL of its facts.
 *
 * @param <V> the statement type of the stream
 * @param <S> the statement type of this kind
 */
@RolesAllowed("curator")
@RunOnVirtualThread
public abstract class FactResource<V, S extends V> {

    private final FactChanger changer;

    protected FactResource(FactChanger changer) {
        this.changer = changer;
    }

    protected abstract FactLookup<V, S> lookup(String id);

    @POST
    @Path("{id}/corrections")
    @Operation(summary = "Correct a fact: send the fields that change, and the reason")
    public Response correct(@PathParam("id") String id, JsonNode body) {
        return changer.correct(body, lookup(id));
    }

    @POST
    @Path("{id}/retraction")
    @Operation(summary = "Retract a fact. Its URL stays.")
    public Response retract(@PathParam("id") String id, JsonNode body) {
        return changer.retract(body, lookup(id));
    }

    @POST
    @Path("{id}/sources")
    @Operation(summary = "Add a source that agrees")
    public Response addSource(@PathParam("id") String id, JsonNode body) {
        return changer.addSource(body, lookup(id));
    }

    @POST
    @Path("{id}/verification")
    @Operation(summary = "Confirm that a fact was checked against its sources and is still right")
    public Response verify(@PathParam("id") String id, JsonNode body) {
        return changer.verify(body, lookup(id));
    }

    @POST
    @Path("{id}/claims")
    @Operation(summary = "Add a claim that differs from the fact. Location is the address of the claim.")
    public Response claim(@PathParam("id") String id, JsonNode body) {
        return changer.claim(body, lookup(id));
    }

    @POST
    @Path("{id}/claims/{claim}/preference")
    @Operation(summary = "Prefer a claim: the fact then has its values. Claim 1 is the recorded statement.")
    public Response prefer(@PathParam("id") String id, @PathParam("claim") int claim, JsonNode body) {
        return changer.prefer(body, lookup(id), claim);
    }

    @POST
    @Path("{id}/claims/{claim}/withdrawal")
    @Operation(summary = "Withdraw a claim that is not preferred")
    public Response withdraw(@PathParam("id") String id, @PathParam("claim") int claim, JsonNode body) {
        return changer.withdraw(body, lookup(id), claim);
    }
}
