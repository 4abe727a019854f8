package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.depositary.local.installation.DataDirectory;
import org.depositary.verify.AuthorizationTable.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * An installation that trusts a real Keycloak. Each service starts without it, and works on when it ends. The order of the tests
 * saves starts of Keycloak.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {

    private static final String ORGANIZATION = "/api/organizations/keycloak-test";
    private static final Map<String, Object> BODY = Map.of(
            "names", Map.of("en", "Organisation of the Keycloak test"),
            "sources", List.of(Map.of("title", "A book")));
    /** The header by which a browser marks requests of its own origin. Scripts cannot set it. */
    private static final String[] SAME_ORIGIN = {"Sec-Fetch-Site", "same-origin"};

    private final KeycloakInstallation settings = KeycloakInstallation.prepared();
    private TestInstallation installation;
    private KeycloakServer keycloak;
    private ServiceReplica closed;
    private OriginClient nobody;

    @BeforeAll
    void start() {
        installation = settings.start();
        nobody = installation.client();
    }

    @AfterAll
    void stop() {
        if (closed != null) {
            closed.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
        installation.close();
    }

    @Test
    @Order(1)
    void services_start_without_the_provider_and_say_what_is_missing() throws IOException {
        nobody.get("/api/organizations").expect(200);
        var token = nobody.with(localToken());
        for (var answer : List.of(
                token.get("/api/organizations"),
                installation
                        .client(TestInstallation.MEMBERSHIP_SERVICE)
                        .with(localToken())
                        .put(ORGANIZATION, BODY),
                nobody.get("/login"))) {
            answer.expect(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.body().path("detail").asText()).contains("OpenID provider");
        }
        assertThat(Files.readString(installation.log())).contains("OIDC server is not available");
        keycloak = KeycloakServer.start(settings.keycloakPort(), settings.origin());
        closed = ServiceReplica.start(installation, TestInstallation.GATEWAY, settings.closedGateway());
        keycloak.awaitReady();
        await("the services notice the provider")
                .until(() -> nobody.with(keycloak.token("reader"))
                                .get("/api/organizations")
                                .status()
                        == 200);
    }

    @TestFactory
    @Order(2)
    List<DynamicTest> every_operation_is_open_to_the_callers_that_its_description_names() {
        var tables = List.of(
                new AuthorizationTable(callers(nobody), false), new AuthorizationTable(callers(closed.client()), true));
        var cells = new AtomicInteger();
        var tests = new ArrayList<>(DescribedOperation.all(nobody)
                .map(operation -> dynamicTest(
                        operation.toString(), () -> tables.forEach(table -> cells.addAndGet(table.check(operation)))))
                .toList());
        tests.add(dynamicTest("number of cells", () -> assertThat(cells.get()).isGreaterThan(1_000)));
        return tests;
    }

    private Map<Credentials, OriginClient> callers(OriginClient gateway) {
        var expired = keycloak.token("admin", "short-tokens");
        await("a token of one second has expired").until(() -> Instant.now().isAfter(expiry(expired)));
        var callers = new EnumMap<Credentials, OriginClient>(Credentials.class);
        callers.put(Credentials.NONE, gateway);
        callers.put(Credentials.READER, gateway.with(keycloak.token("reader")));
        callers.put(Credentials.CONTRIBUTOR, gateway.with(keycloak.token("contributor")));
        callers.put(Credentials.CURATOR, gateway.with(keycloak.token("curator")));
        callers.put(Credentials.ADMIN, gateway.with(keycloak.token("admin")));
        callers.put(Credentials.OTHER_AUDIENCE, gateway.with(keycloak.token("admin", "other-audience")));
        callers.put(Credentials.EXPIRED, gateway.with(expired));
        callers.put(
                Credentials.SESSION,
                gateway.withHeaders("Cookie", login("admin").cookieHeader()));
        return callers;
    }

    @Test
    @Order(3)
    void a_token_of_another_issuer_or_key_is_refused() {
        for (var token : List.of(keycloak.tokenOfOtherIssuer("admin"), localToken(), unsigned())) {
            for (var service : List.of(TestInstallation.GATEWAY, TestInstallation.MEMBERSHIP_SERVICE)) {
                installation.client(service).with(token).put(ORGANIZATION, BODY).expect(401);
            }
        }
        nobody.with(keycloak.token("curator")).put(ORGANIZATION, BODY).expect(201);
    }

    @Test
    @Order(4)
    void a_browser_logs_in_and_records_with_its_csrf_token_only() {
        var browser = login("curator");
        assertThat(browser.page().uri().toString()).endsWith("/api/session?from=login");
        assertThat(browser.cookiesSet())
                .filteredOn(cookie -> cookie.startsWith("q_session"))
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie.toLowerCase(Locale.ROOT))
                        .contains("httponly", "samesite=lax", "path=/")
                        .doesNotContain("secure"));
        var session = nobody.withHeaders("Cookie", browser.cookieHeader());
        var csrf = csrfToken(session);
        session.put(ORGANIZATION, BODY, "X-CSRF-Token", csrf).expect(403);
        session.put(ORGANIZATION, BODY, "X-CSRF-Token", csrf, "Sec-Fetch-Site", "cross-site")
                .expect(403);
        var ownPage = session.withHeaders(SAME_ORIGIN);
        ownPage.put(ORGANIZATION, BODY).expect(403);
        ownPage.put(ORGANIZATION, BODY, "X-CSRF-Token", csrfToken(session("admin")))
                .expect(403);
        ownPage.put(ORGANIZATION, BODY, "X-CSRF-Token", csrf).expect(200);
        session.withHeaders("Authorization", "Bearer " + keycloak.token("curator"))
                .put(ORGANIZATION, BODY)
                .expect(200);
    }

    @Test
    @Order(4)
    void a_page_of_another_origin_opens_no_websocket_with_a_session() {
        var cookie = login("reader").cookieHeader();
        assertThat(handshake("Cookie", cookie, "Origin", settings.origin().toString()))
                .isEqualTo(101);
        assertThat(handshake("Cookie", cookie, "Origin", "https://evil.example.org"))
                .isEqualTo(403);
        assertThat(handshake("Cookie", cookie, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(handshake("Cookie", cookie)).isEqualTo(403);
        assertThat(handshake("Origin", "https://portal.example.org")).isEqualTo(101);
    }

    /** The status of the handshake of a WebSocket for GraphQL. */
    private int handshake(String... headers) {
        try (var client = HttpClient.newHttpClient()) {
            var socket = client.newWebSocketBuilder().subprotocols("graphql-transport-ws");
            for (int i = 0; i < headers.length; i += 2) {
                socket.header(headers[i], headers[i + 1]);
            }
            var address = URI.create(
                    "ws" + settings.origin().resolve("/graphql").toString().substring("http".length()));
            socket.buildAsync(address, new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    @Test
    @Order(4)
    void the_session_is_readable_and_not_kept_by_caches() {
        var session = session("curator").get("/api/session").expect(200);
        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
        assertThat(session.body().path("name").asText()).isEqualTo("curator Test");
        assertThat(session.body().path("roles").valueStream().map(role -> role.asText()))
                .containsExactly("contributor", "curator", "reader");
        nobody.get("/login?next=//evil.example.org").expect(302);
        for (var foreign : List.of("//evil.example.org", "/%5Cevil.example.org", "https://evil.example.org")) {
            session("curator").get("/login?next=" + foreign).expect(400);
        }
        session("curator").get("/login?next=/docs").expect(303);
    }

    @Test
    @Order(4)
    void a_cookie_is_secure_where_the_public_url_is() {
        var login = closed.client().get("/login").expect(302);
        assertThat(login.header("Location")).contains("redirect_uri=https%3A%2F%2Fregister.example.org%2Flogin");
        assertThat(login.header("Set-Cookie").toLowerCase(Locale.ROOT)).contains("secure", "httponly");
    }

    @Test
    @Order(5)
    void a_session_reads_closed_streams_until_its_token_expires_and_is_refreshed_then() {
        setTokenLifespan(8);
        var browser = login("reader");
        var cookie = browser.cookieHeader();
        var closedSession = closed.client().withHeaders("Cookie", cookie);
        assertThat(closedSession.get("/api/changes").expect(200).header("Vary")).contains("Authorization", "Cookie");
        // This GET returns when the gateway ends the stream.
        var stream = closedSession.get("/api/changes/stream").expect(200);
        assertThat(stream.text()).contains("retry:");
        var refreshed = browser.open(HttpRequest.newBuilder(settings.origin().resolve("/api/session")));
        assertThat(refreshed.body()).contains("\"authenticated\":true");
        assertThat(refreshed.headers().allValues("Set-Cookie")).anyMatch(set -> set.startsWith("q_session"));
        assertThat(browser.cookieHeader()).isNotEqualTo(cookie);
    }

    @Test
    @Order(6)
    void after_a_logout_no_copy_of_the_cookie_outlives_its_token() {
        var browser = login("reader");
        var session = nobody.withHeaders("Cookie", browser.cookieHeader());
        var csrf = csrfToken(session);
        session.post("/logout", Map.of()).expect(403);
        var logout = session.withHeaders(SAME_ORIGIN)
                .post("/logout", Map.of(), "X-CSRF-Token", csrf)
                .expect(200);
        assertThat(logout.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("q_session_browser=;") && set.contains("Max-Age=0"));
        assertThat(logout.body().path("location").asText()).contains("id_token_hint=");
        await("the copy ends with its token")
                .until(() -> session.get("/api/session").status() == 401);
    }

    @Test
    @Order(7)
    void tokens_of_an_old_key_are_accepted_until_the_key_is_disabled() {
        setTokenLifespan(900);
        var keys = new SigningKeys(keycloak);
        var oldToken = keycloak.token("curator");
        var old = nobody.with(oldToken);
        var replaced = keys.rotate();
        keys.makePassive(replaced);
        old.put(ORGANIZATION, BODY).expect(200);
        nobody.with(keycloak.token("curator")).put(ORGANIZATION, BODY).expect(200);
        keys.disable(replaced);
        for (var service : TestInstallation.SERVICES.keySet()) {
            await(service + " forgets the disabled key").until(() -> status(service, oldToken) == 401);
        }
        nobody.with(keycloak.token("curator")).put(ORGANIZATION, BODY).expect(200);
    }

    @Test
    @Order(8)
    void tokens_are_verified_while_the_provider_is_down() throws IOException {
        var curator = nobody.with(keycloak.token("curator"));
        var session = session("curator");
        setTokenLifespan(2);
        var expiring = session("reader");
        keycloak.kill();
        curator.put(ORGANIZATION, BODY).expect(200);
        session.get("/api/session").expect(200);
        await("the token of the other session has expired")
                .until(() -> expiring.get("/api/session").status() == 503);
        assertThat(expiring.get("/api/session").headers().allValues("Set-Cookie"))
                .isEmpty();
        await("the failed refresh is logged")
                .until(() -> Files.readString(installation.log()).contains("The known keys stay in use"));
        curator.put(ORGANIZATION, BODY).expect(200);
        assertThat(nobody.with(localToken()).get("/api/organizations").status()).isIn(401, 503);
        assertThat(Files.readString(installation.log())).doesNotContain("eyJ", KeycloakServer.LOGIN_SECRET);
    }

    /** The status of a request that the service itself verifies. */
    private int status(String service, String token) {
        var client = installation.client(service).with(token);
        var answer =
                switch (service) {
                    case TestInstallation.MEMBERSHIP_SERVICE -> client.put(ORGANIZATION, BODY);
                    case TestInstallation.EXERCISES_SERVICE -> client.post("/api/exercises", Map.of());
                    case TestInstallation.DOCUMENTS_SERVICE -> client.post("/api/instruments/none/acts", Map.of());
                    default -> client.get("/api/organizations");
                };
        return answer.status();
    }

    private BrowserClient login(String role) {
        return BrowserClient.loggedIn(settings.origin(), role);
    }

    private OriginClient session(String role) {
        return nobody.withHeaders("Cookie", login(role).cookieHeader());
    }

    /** A token of the launcher's key, which these services do not know. */
    private String localToken() {
        return new DataDirectory(installation.data()).tokens().token("admin");
    }

    /** A token of Keycloak without its signature, which says that it has none. */
    private String unsigned() {
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + keycloak.token("admin").split("\\.")[1] + ".";
    }

    private static Instant expiry(String token) {
        try {
            var claims = GatewayAnswer.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            return Instant.ofEpochSecond(claims.path("exp").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setTokenLifespan(int seconds) {
        keycloak.administer("PUT", "", GatewayAnswer.JSON.createObjectNode().put("accessTokenLifespan", seconds));
    }

    private static String csrfToken(OriginClient session) {
        return session.get("/api/session").expect(200).body().path("csrfToken").asText();
    }
}
