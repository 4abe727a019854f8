package org.depositary.gateway.hooks;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.depositary.gateway.hooks.WebhookDesk.WithSecret;
import org.depositary.gateway.hooks.delivery.WebhookAttempts;
import org.depositary.gateway.hooks.store.WebhookDelivery;
import org.depositary.gateway.hooks.store.WebhookSubscriptions;
import org.depositary.gateway.web.NumberedPage;
import org.depositary.gateway.web.RejectUnknownParameters;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.PagingParameters;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Serves webhooks. A caller has its own; an administrator has all. */
@Path("/api/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@RolesAllowed("reader")
@RejectUnknownParameters
@RunOnVirtualThread
public class WebhooksResource {

    private static final String ADMIN = "admin";
    private static final Set<String> STATUSES =
            Set.of(WebhookDelivery.PENDING, WebhookDelivery.DELIVERED, WebhookDelivery.FAILED);

    private final WebhookDesk desk;
    private final WebhookSubscriptions subscriptions;
    private final WebhookAttempts attempts;
    private final SecurityIdentity caller;

    WebhooksResource(
            WebhookDesk desk, WebhookSubscriptions subscriptions, WebhookAttempts attempts, SecurityIdentity caller) {
        this.desk = desk;
        this.subscriptions = subscriptions;
        this.attempts = attempts;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send changes to a URL",
            description = "Each matching change is sent as a CloudEvent, at least once, signed as Standard Webhooks "
                    + "defines. Changes of one stream arrive in order. The response has the secret; no later one does.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook with its secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookDescription.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of the webhook",
                            schema = @Schema(implementation = String.class)))
    public RestResponse<WebhookDescription> create(
            WebhookRequestBody webhook, @RestHeader("Idempotency-Key") Optional<String> idempotencyKey)
            throws SQLException, InterruptedException {
        var created = desk.create(webhook, subject(), idempotencyKey);
        var response = ResponseBuilder.create(Status.CREATED, described(created))
                .header("Location", WebhookDescription.address(created.webhook().id))
                .header("Cache-Control", "no-store");
        if (!created.isNew()) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }

    private static WebhookDescription described(WithSecret webhook) {
        return WebhookDescription.of(webhook.webhook(), Optional.of(webhook.secret()));
    }

    @GET
    @Operation(summary = "Your webhooks, the newest first; for administrators the webhooks of all")
    public RestResponse<WebhooksPage> webhooks(@BeanParam PagingParameters paging, @Context UriInfo uri) {
        var page = NumberedPage.read(
                paging, webhook -> webhook.number, (before, most) -> subscriptions.page(owner(), before, most));
        var items = page.items().stream().map(WebhookDescription::of).toList();
        return page.response(new WebhooksPage(items, page.next()), uri);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One webhook: its state, and how far it has got")
    public RestResponse<WebhookDescription> webhook(@RestPath String id) {
        return uncached(WebhookDescription.of(subscriptions.get(uuid(id), owner())));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a webhook and the log of its deliveries")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath String id) {
        desk.delete(uuid(id), owner());
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            summary = "The deliveries of a webhook, the newest first",
            description = "Deliveries that have ended are deleted after some time; pending ones stay.")
    public RestResponse<DeliveriesPage> deliveries(
            @RestPath String id,
            @Parameter(description = "pending, delivered or failed") @RestQuery Optional<String> status,
            @BeanParam PagingParameters paging,
            @Context UriInfo uri) {
        status.filter(unknown -> !STATUSES.contains(unknown)).ifPresent(unknown -> {
            throw InvalidParameterProblem.of("status", "'%s' is none of pending, delivered, failed".formatted(unknown));
        });
        var page = NumberedPage.read(paging, delivery -> delivery.number, (before, most) -> {
            var webhook = subscriptions.get(uuid(id), owner());
            return subscriptions.deliveries(webhook.id, status, before, most);
        });
        var items = page.items().stream().map(DeliveryDescription::of).toList();
        return page.response(new DeliveriesPage(items, page.next()), uri);
    }

    @POST
    @Path("{id}/ping")
    @Operation(
            summary = "Send a test event and return what came of it",
            description = "Its type is `org.depositary.webhook.ping.v1`. It is sent once, also by a disabled webhook.")
    public DeliveryDescription ping(@RestPath String id) throws InterruptedException {
        return DeliveryDescription.of(attempts.ping(desk.beginPing(uuid(id), owner())));
    }

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Send changes again",
            description = "All matching changes since the cursor or instant are sent, with the ids that they had.")
    public WebhookDescription replay(@RestPath String id, ReplayRequestBody replay) throws SQLException {
        return WebhookDescription.of(desk.replay(uuid(id), owner(), replay));
    }

    @POST
    @Path("{id}/secret")
    @Operation(
            summary = "Make a new secret",
            description =
                    "For a day every request has two signatures: one with the new and one with the previous secret.")
    public RestResponse<WebhookDescription> secret(@RestPath String id) {
        return ResponseBuilder.ok(described(desk.newSecret(uuid(id), owner())))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{id}/enable")
    @Operation(
            summary = "Send again after the webhook was disabled or has ended",
            description = "It continues where it stopped and misses no change.")
    public WebhookDescription enable(@RestPath String id) {
        return WebhookDescription.of(desk.enable(uuid(id), owner()));
    }

    private static RestResponse<WebhookDescription> uncached(WebhookDescription webhook) {
        return ResponseBuilder.ok(webhook)
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw WebhookSubscriptions.unknown(text);
        }
    }

    /** Whose webhooks the caller may see. Empty for all. */
    private Optional<String> owner() {
        return caller.hasRole(ADMIN) ? Optional.empty() : Optional.of(subject());
    }

    private String subject() {
        return caller.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getPrincipal().getName();
    }
}
