package org.depositary.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.depositary.gateway.hooks.TestCertificates;
import org.depositary.gateway.hooks.TestNameServer;

/**
 * A gateway for tests of clients that get changes at once: streams, WebSockets and webhooks. It keeps few changes in memory
 * and has few places. Receivers may be on this machine: it trusts one authority of certificates, and a name server knows
 * every host. Both live as long as the JVM.
 *
 * <p>These tests share one profile, because Quarkus builds the application for each profile before the first test, also for
 * profiles whose tests are left out. That takes more than ten seconds.
 */
public final class LiveClientsProfile implements QuarkusTestProfile {

    public static final int RING = 64;
    public static final int MAX_SUBSCRIBERS = 30;
    public static final int MAX_OPERATIONS = 5;

    private final TestNameServer nameServer = new TestNameServer();
    private final TestCertificates certificates = new TestCertificates();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("depositary.live.ring-capacity", "" + RING),
                Map.entry("depositary.live.heartbeat", "300ms"),
                Map.entry("depositary.live.max-subscribers", "" + MAX_SUBSCRIBERS),
                Map.entry("depositary.graphql-sockets.max-operations", "" + MAX_OPERATIONS),
                Map.entry("depositary.graphql-sockets.init-timeout", "5s"),
                Map.entry("depositary.graphql.max-executions-per-client", "2"),
                Map.entry("depositary.webhooks.allow-private", "true"),
                Map.entry("depositary.webhooks.max-per-owner", "5"),
                Map.entry("depositary.webhooks.secret-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
                Map.entry("depositary.webhooks.name-servers", nameServer.address()),
                Map.entry(
                        "quarkus.tls.webhooks.trust-store.pem.certs",
                        certificates.authority().toString()),
                Map.entry("test.certificates", certificates.directory().toString()));
    }
}
