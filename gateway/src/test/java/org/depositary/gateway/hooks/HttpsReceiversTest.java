package org.depositary.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.TestEventPublisher;
import org.depositary.gateway.TestEventPublisher.Event;
import org.depositary.testing.RealPostgresAndKafka;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a receiver must have the certificate of its host, although the connection goes to an address. */
@Tag("full")
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class HttpsReceiversTest {

    private static final String HOST = "receiver.test";

    private final String organization = "o-" + UUID.randomUUID().toString().substring(0, 8);
    private final WebhookClient client = new WebhookClient("reader");

    @Inject
    TestEventPublisher bus;

    @ConfigProperty(name = "test.certificates")
    Path certificates;

    private String subscribe(TestReceiver receiver) {
        return client.subscribe(receiver.url(HOST), organization).getString("id");
    }

    @Test
    void a_receiver_with_the_certificate_of_its_host_gets_its_changes() {
        try (var receiver = TestReceiver.secure(new TestCertificates(certificates).server(HOST))) {
            var webhook = subscribe(receiver);
            bus.publish(Event.accession(organization, "KZ", 1));
            await("delivered").until(() -> client.deliveries(webhook, "status").equals(List.of("delivered")));
            assertThat(receiver.serverNames()).containsOnly(HOST);
        }
    }

    @Test
    void a_certificate_for_another_host_is_a_failure() {
        assertRefused(
                new TestCertificates(certificates), "other.test", "No subject alternative DNS name matching " + HOST);
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_a_failure() {
        assertRefused(new TestCertificates(), HOST, "unable to find valid certification path");
    }

    private void assertRefused(TestCertificates authority, String host, String problem) {
        try (var receiver = TestReceiver.secure(authority.server(host))) {
            var webhook = subscribe(receiver);
            client.post("/" + webhook + "/ping", null).statusCode(200).body("status", equalTo("failed"));
            assertThat(client.deliveries(webhook, "problem"))
                    .singleElement()
                    .asString()
                    .startsWith("No secure connection: ")
                    .contains(problem);
            assertThat(receiver.received()).isEmpty();
        }
    }
}
