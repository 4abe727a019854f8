package org.depositary.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.gateway.hooks.address.AddressSettings;
import org.depositary.gateway.hooks.address.ReceiverAddresses;
import org.depositary.gateway.hooks.address.ReceiverUrl;
import org.depositary.gateway.hooks.delivery.WebhookClock;
import org.depositary.gateway.hooks.delivery.WebhookSecrets;
import org.depositary.gateway.hooks.delivery.WebhookSettings;
import org.depositary.gateway.hooks.delivery.WebhookWorkers;
import org.depositary.gateway.hooks.store.NewWebhook;
import org.depositary.gateway.hooks.store.StartPoint;
import org.depositary.gateway.hooks.store.Webhook;
import org.depositary.gateway.hooks.store.WebhookSubscriptions;
import org.depositary.gateway.hooks.store.WebhookSubscriptions.Created;
import org.depositary.gateway.live.ChangeFollower;
import org.depositary.gateway.web.tags.ContentHash;

/** Checks the commands of clients about webhooks, and carries them out. */
@ApplicationScoped
class WebhookDesk {

    private static final int LONGEST_KEY = 200;
    private static final Duration LOOKUP_LIMIT = Duration.ofSeconds(2);

    /** A subscription with its secret in plain text. */
    record WithSecret(Webhook webhook, String secret, boolean isNew) {}

    private final WebhookSubscriptions subscriptions;
    private final WebhookSecrets secrets;
    private final WebhookSettings settings;
    private final AddressSettings addressSettings;
    private final ReceiverAddresses addresses;
    private final ChangeFollower follower;
    private final WebhookWorkers workers;
    private final WebhookClock clock;

    WebhookDesk(
            WebhookSubscriptions subscriptions,
            WebhookSecrets secrets,
            WebhookSettings settings,
            AddressSettings addressSettings,
            ReceiverAddresses addresses,
            ChangeFollower follower,
            WebhookWorkers workers,
            WebhookClock clock) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.settings = settings;
        this.addressSettings = addressSettings;
        this.addresses = addresses;
        this.follower = follower;
        this.workers = workers;
        this.clock = clock;
    }

    WithSecret create(WebhookRequestBody asked, String owner, Optional<String> key)
            throws SQLException, InterruptedException {
        var limits = new WebhookSubscriptions.Limits(settings.maxPerOwner(), settings.max());
        Created created = subscriptions.create(checked(asked, owner, key), limits, clock.instant());
        workers.lookAgain();
        return new WithSecret(created.webhook(), secrets.decrypt(created.webhook().secret), created.isNew());
    }

    private NewWebhook checked(WebhookRequestBody asked, String owner, Optional<String> key)
            throws SQLException, InterruptedException {
        if (asked == null) {
            throw Problem.invalid("", "a body is required");
        }
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            throw Problem.invalid("", "Idempotency-Key must have 1 to %d characters".formatted(LONGEST_KEY));
        }
        var title = asked.checkedTitle();
        var filter = asked.checkedFilter();
        checkReceiver(asked.url());
        return new NewWebhook(
                owner,
                title,
                asked.url(),
                filter,
                start(asked.since()),
                secrets.encrypt(secrets.create()),
                key,
                ContentHash.of(asked.toString()));
    }

    /** A name that cannot be resolved now is accepted: every delivery resolves and checks it again. */
    private void checkReceiver(String text) throws InterruptedException {
        var url = ReceiverUrl.parse(text, addressSettings.allowHttp());
        if (addresses.isRefused(url.host(), LOOKUP_LIMIT)) {
            throw Problem.invalid(
                    "url",
                    "The host has an address that is not public. Setting depositary.webhooks.allow-private allows it");
        }
    }

    private StartPoint start(Optional<String> since) throws SQLException {
        var point = follower.point(since);
        return new StartPoint(point.cursor(), point.recordedFrom(), point.newest());
    }

    Webhook replay(UUID id, Optional<String> owner, ReplayRequestBody asked) throws SQLException {
        if (asked == null || asked.since() == null) {
            throw Problem.invalid("since", "is required: a cursor or an instant");
        }
        var changed = subscriptions.replay(id, owner, start(Optional.of(asked.since())));
        workers.lookAgain();
        return changed;
    }

    WithSecret newSecret(UUID id, Optional<String> owner) {
        var secret = secrets.create();
        var changed = subscriptions.setSecret(id, owner, secrets.encrypt(secret), clock.instant());
        workers.lookAgain();
        return new WithSecret(changed, secret, true);
    }

    Webhook enable(UUID id, Optional<String> owner) {
        var changed = subscriptions.enable(id, owner, clock.instant());
        workers.lookAgain();
        return changed;
    }

    void delete(UUID id, Optional<String> owner) {
        subscriptions.delete(id, owner);
        workers.lookAgain();
    }

    /** The subscription, if it may be pinged now. */
    Webhook beginPing(UUID id, Optional<String> owner) {
        return subscriptions.beginPing(id, owner, clock.instant());
    }
}
