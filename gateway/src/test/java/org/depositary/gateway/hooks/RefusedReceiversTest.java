package org.depositary.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.depositary.gateway.hooks.address.ReceiverAddresses;
import org.depositary.gateway.hooks.address.RefusedAddress;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that nothing is sent to private addresses, unless a setting allows it. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class RefusedReceiversTest {

    private final WebhookClient client = new WebhookClient("reader");

    @Inject
    ReceiverAddresses addresses;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest",
                "https://2130706433/",
                "http://1.1.1.1/"
            })
    void a_webhook_to_it_is_refused(String url) {
        client.post("", Map.of("url", url)).statusCode(422).body("errors[0].pointer", equalTo("#/url"));
    }

    /** The same check as for each attempt, because a name can have another address later. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "10.0.0.1"})
    void it_is_checked_for_each_attempt(String host) {
        assertThatThrownBy(() -> addresses.find(host, Duration.ofMinutes(1)))
                .isInstanceOf(RefusedAddress.class)
                .hasMessageContaining("not public");
    }
}
