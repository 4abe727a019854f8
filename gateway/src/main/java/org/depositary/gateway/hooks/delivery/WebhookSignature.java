package org.depositary.gateway.hooks.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.stream.Collectors;

/** Signs a request as Standard Webhooks defines it, once with each valid secret. */
final class WebhookSignature {

    private WebhookSignature() {}

    /** The value of header {@code webhook-signature}. */
    static String of(WebhookRequest request, Instant at) {
        return request.secrets().stream()
                .map(secret -> sign(secret, request, at))
                .collect(Collectors.joining(" "));
    }

    private static String sign(String secret, WebhookRequest request, Instant at) {
        try {
            return new Webhook(secret).sign(request.message(), at.getEpochSecond(), request.body());
        } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
