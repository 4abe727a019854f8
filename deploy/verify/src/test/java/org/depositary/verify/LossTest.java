package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.io.FeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A lost topic or database is restored as the runbooks say. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LossTest {

    private static final int WRITES_PER_SECOND = 100;
    private static final String CHANGES = "/api/organizations/restored/membership-changes";

    private static final WebhookReceiver RECEIVER = new WebhookReceiver();

    private static TestInstallation installation;

    @BeforeAll
    static void start() {
        installation = TestInstallation.start("loss", "--empty");
        var curator = installation.client().with(installation.token("curator"));
        curator.put("/api/organizations/restored", CommandBodies.organization("Restored"))
                .expect(201);
        accede(curator, "AT", "2001");
    }

    @AfterAll
    static void stop() {
        installation.close();
        RECEIVER.close();
    }

    @Test
    @Tag("full")
    @Order(1)
    void a_lost_topic_is_published_again() throws Exception {
        List<Fault> lost = List.of(
                new LostTopic(TestInstallation.MEMBERSHIP_SERVICE, "membership.events"),
                new LostTopic(TestInstallation.EXERCISES_SERVICE, "exercises.events"),
                new LostTopic(TestInstallation.DOCUMENTS_SERVICE, "documents.events"));
        new FaultDrill(lost, WRITES_PER_SECOND).run(installation);
    }

    @Test
    @Tag("full")
    @Order(2)
    void a_lost_gateway_is_built_again_and_old_cursors_are_told() throws Exception {
        var changes = new ChangeFeedClient(installation.client());
        var recorded = new EventTables(installation).events();
        awaitGateway(recorded);
        var old = changes.end();
        var archive = "/api/changes/feed.atom?archive=" + old;
        var feed = RomeFeed.walked(installation.client(), archive);
        assertThat(feed.ids()).isNotEmpty();
        var reader = installation.client().with(installation.token("reader"));
        var key = reader.post("/api/feed-keys", Map.of("title", "Kept"))
                .expect(201)
                .body();
        var curator = installation.client().with(installation.token("curator"));
        var export = keptExport(curator);
        var before = eventIds();
        RECEIVER.subscribe(curator, Map.of());
        accede(curator, "CH", "2003");
        awaitReceived(before);
        RECEIVER.answer(503);
        accede(curator, "DE", "2003");
        await("the gateway has it").until(() -> changes.since(old).size() == 2);

        var runbook = Runbook.of("lost-gateway-database", installation, Map.of());
        runbook.run(1);
        RECEIVER.answer(200);
        runbook.run(2);
        runbook.wasCarriedOut();

        awaitGateway(new EventTables(installation).events());
        toldToStartAgain(old);
        accede(curator, "DK", "2003");
        awaitReceived(before);
        assertThat(installation.client().get(export).expect(200).text()).contains("restored");
        installation.client().get(archive).expect(410);
        hasEntries(feed.ids());
        reader.get(key.path("url").asText()).expect(200);
    }

    /** The feed and its archives have these entries, perhaps as deleted ones. */
    private static void hasEntries(List<String> ids) throws FeedException {
        var feed = RomeFeed.walked(installation.client(), "/api/changes/feed.atom");
        assertThat(Stream.concat(feed.ids().stream(), feed.deleted().stream()).toList())
                .containsAll(ids);
    }

    /** Waits until the webhook has received all events that are recorded, but for some. */
    private static void awaitReceived(Set<String> butFor) {
        awaitReceived(RECEIVER, butFor);
    }

    private static void awaitReceived(WebhookReceiver receiver, Set<String> butFor) {
        await("a webhook misses nothing").until(() -> {
            var expected = eventIds();
            expected.removeAll(butFor);
            return !expected.isEmpty() && receiver.acceptedEvents().containsAll(expected);
        });
    }

    private static Set<String> eventIds() {
        return new EventTables(installation)
                .events().entries().stream().map(ObservedEvent::event).collect(Collectors.toSet());
    }

    /** Returns the address of the file of a new kept export. */
    private static String keptExport(OriginClient curator) {
        var asked = Map.<String, Object>of("of", "organizations", "format", "csv", "title", "Kept");
        var address = curator.post("/api/exports", asked)
                .expect(202)
                .body()
                .path("url")
                .asText();
        return await("the export is kept")
                .until(() -> curator.get(address).expect(200).body(), export -> export.has("file"))
                .path("file")
                .path("url")
                .asText();
    }

    @Test
    @Tag("full")
    @Order(3)
    void a_restored_service_is_the_truth_after_its_runbook() {
        var curator = installation.client().with(installation.token("curator"));
        backUp("membership");
        awaitService();
        var backedUp = eventIds();
        var lost = accede(curator, "BE", "2002");
        leave(curator, "AT", "2003");
        awaitGateway(new EventTables(installation).events());
        var old = new ChangeFeedClient(installation.client()).end();

        administer("DROP DATABASE membership WITH (FORCE)", "ALTER DATABASE membership_restored RENAME TO membership");
        awaitService();
        accede(curator, "BE", "2012");
        leave(curator, "BE", "2013");
        leave(curator, "AT", "2013");
        await("forks are seen").until(() -> forks() == 3);
        var parked = curator.getAfter("membership:restored/BE@2", "/api/organizations/restored/members");
        assertThat(parked.status()).as(parked.text()).isEqualTo(503);
        assertThat(parked.body().path("type").asText()).isEqualTo("/problems/parked");
        assertThat(installation.ready()).as("the rest goes on").isTrue();
        assertThat(installation.client().management().get("/q/health/ready").text())
                .containsPattern("\"fork\" *: *3");
        var look = Runbook.of("parked-records", installation, Map.of());
        assertThat(look.run(1)).contains("membership:restored/BE", "membership:restored/AT");
        assertThat(look.run(2)).contains("\"stillParked\":3");

        var runbook = Runbook.of("restored-service-database", installation, Map.of());
        runbook.run(1);
        installation.close();
        runbook.run(2);
        installation.again();
        runbook.run(3);
        var tables = new EventTables(installation);
        await("all is published again").until(() -> tables.outbox() == 0);
        var recorded = tables.events().gapless();
        awaitGateway(recorded);
        new EventTopicReader(installation).events().withoutRepeats().gapless().sameAs(recorded);
        assertThat(forks()).isZero();
        toldToStartAgain(old);
        assertThat(runbook.run(4)).as("what curators have to record again").contains(lost);
        awaitReceived(backedUp);
        runbook.wasCarriedOut();
    }

    @Test
    @Tag("full")
    @Order(4)
    void a_restored_gateway_tells_later_cursors_and_misses_nothing() throws Exception {
        var curator = installation.client().with(installation.token("curator"));
        var changes = new ChangeFeedClient(installation.client());
        awaitGateway(new EventTables(installation).events());
        var early = changes.end();
        var backedUp = eventIds();
        backUp("gateway");
        restartGateway();
        try (var receiver = new WebhookReceiver()) {
            receiver.subscribe(curator, Map.of());
            accede(curator, "FR", "2004");
            accede(curator, "IT", "2004");
            awaitReceived(receiver, backedUp);
            var late = changes.end();
            var archive = "/api/changes/feed.atom?archive=" + late;
            var entries = RomeFeed.walked(installation.client(), archive).ids();
            var export = keptExport(curator);
            var secret = secretUrl(curator);
            receiver.answer(503);
            accede(curator, "ES", "2004");
            await("the gateway has it").until(() -> changes.since(late).size() == 1);

            var runbook = Runbook.of("restored-gateway-database", installation, Map.of());
            runbook.run(2);
            runbook.run(3);
            runbook.run(4);
            receiver.answer(200);
            awaitGateway(new EventTables(installation).events());
            runbook.run(5);
            runbook.wasCarriedOut();

            toldToStartAgain(late);
            accede(curator, "PT", "2004");
            awaitGateway(new EventTables(installation).events());
            toldToStartAgain(late);
            installation.client().get("/api/organizations?known-at=" + late).expect(410);
            installation.client().get(archive).expect(410);
            assertThat(changes.since(early))
                    .extracting(change -> change.path("id").asText())
                    .containsExactlyInAnyOrderElementsOf(recordedAfter(backedUp));
            awaitReceived(receiver, backedUp);
            awaitReceived(RECEIVER, backedUp);
            assertThat(installation.client().get(export).expect(200).text()).contains("restored");
            hasEntries(entries);
            withClosedReads(() -> installation.client().get(secret).expect(200));
        }
    }

    private static Set<String> recordedAfter(Set<String> earlier) {
        var later = eventIds();
        later.removeAll(earlier);
        return later;
    }

    @Test
    @Tag("full")
    @Order(5)
    void restored_clients_continue_where_they_were_at_the_backup() {
        var curator = installation.client().with(installation.token("curator"));
        var unaware = eventIds();
        try (var earlier = new WebhookReceiver();
                var later = new WebhookReceiver()) {
            earlier.subscribe(curator, Map.of());
            accede(curator, "SE", "2005");
            awaitReceived(earlier, unaware);
            var keptExport = keptExport(curator);
            var keptSecret = secretUrl(curator);
            var revoked = key(curator);
            var moment = new EventTables(installation).now();
            backUp("clients");
            restartGateway();

            var repeated = eventIds();
            var lost = later.subscribe(curator, Map.of());
            curator.delete(revoked.path("url").asText()).expect(204);
            var lostExport = keptExport(curator);
            var lostSecret = secretUrl(curator);
            accede(curator, "FI", "2005");
            awaitReceived(earlier, unaware);
            awaitReceived(later, repeated);
            earlier.answer(503);
            accede(curator, "NL", "2005");
            awaitReceived(later, repeated);

            restoreClients(moment, lost, revoked.path("id").asText());
            earlier.answer(200);
            accede(curator, "LU", "2005");
            awaitReceived(earlier, unaware);
            var again = recordedAfter(repeated);
            await("what was delivered after the backup is delivered again, under one id")
                    .until(() -> earlier.accepted().stream()
                            .filter(received -> again.contains(received.eventId()))
                            .collect(Collectors.groupingBy(WebhookReceiver.Received::message, Collectors.counting()))
                            .values()
                            .stream()
                            .anyMatch(times -> times > 1));
            assertThat(earlier.accepted().stream()
                            .map(WebhookReceiver.Received::message)
                            .distinct())
                    .hasSameSizeAs(earlier.acceptedEvents());
            curator.get("/api/webhooks/" + lost).expect(404);
            curator.get(revoked.path("url").asText()).expect(404);
            assertThat(installation.client().get(keptExport).expect(200).text()).contains("restored");
            installation.client().get(lostExport).expect(404);
            withClosedReads(() -> {
                installation.client().get(keptSecret).expect(200);
                installation.client().get(lostSecret).expect(401);
            });
        }
    }

    private static void restoreClients(Instant moment, String webhook, String revoked) {
        var variables = Map.of("MOMENT", moment.toString(), "DELETED", "'" + revoked + "'");
        var runbook = Runbook.of("restored-clients-database", installation, variables);
        assertThat(runbook.run(2)).contains(webhook);
        assertThat(runbook.run(3)).contains(webhook).doesNotContain(revoked);
        assertThat(runbook.run(4)).contains(revoked).doesNotContain(webhook);
        runbook.run(5);
        runbook.run(6);
        runbook.run(7);
        runbook.run(8);
        runbook.wasCarriedOut();
        await("the gateway is there").until(installation.client()::isReady);
    }

    @Test
    @Tag("full")
    @Order(6)
    void a_data_directory_put_back_tells_later_cursors() throws Exception {
        var curator = installation.client().with(installation.token("curator"));
        var changes = new ChangeFeedClient(installation.client());
        awaitGateway(new EventTables(installation).events());
        var early = changes.end();
        var data = installation.data().toString();
        installation.close();
        SystemCommand.of("cp", "-a", data, data + ".copy").must();
        installation.again();
        assertThat(changes.since(early)).isEmpty();
        accede(curator, "GR", "2006");
        await("the gateway has it").until(() -> changes.since(early).size() == 1);
        var late = changes.end();

        installation.close();
        SystemCommand.of("rm", "-rf", data).must();
        SystemCommand.of("mv", data + ".copy", data).must();
        installation.again();
        var kept = eventIds();
        accede(curator, "HU", "2006");
        accede(curator, "CZ", "2006");
        await("the log is longer than the lost one")
                .until(() -> changes.since(early).size() == 2);
        toldToStartAgain(late);
        awaitReceived(kept);
    }

    /** After the backup of a database, the pool of the gateway still has the connections that were ended. */
    private static void restartGateway() {
        await("the gateway is there again").until(installation.terminate(TestInstallation.GATEWAY)::getAsBoolean);
    }

    /** The address of a feed with a new key. */
    private static String secretUrl(OriginClient client) {
        return key(client).path("feed").asText();
    }

    private static JsonNode key(OriginClient client) {
        return client.post("/api/feed-keys", Map.of("title", "Kept"))
                .expect(201)
                .body();
    }

    /** Runs the check while reads need a token. Only then the gateway looks at the key of a secret URL. */
    private static void withClosedReads(Runnable check) {
        var environment = installation.environment(TestInstallation.GATEWAY);
        try {
            Files.createDirectories(environment.getParent());
            Files.writeString(environment, "DEPOSITARY_READS_POLICY=authenticated" + System.lineSeparator());
            restartGateway();
            installation.client().get("/api/changes/feed.atom").expect(401);
            check.run();
            Files.delete(environment);
            restartGateway();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String accede(OriginClient curator, String party, String effective) {
        return written(curator, CommandBodies.change(party, "accession", effective));
    }

    private static String leave(OriginClient curator, String party, String effective) {
        return written(curator, CommandBodies.change(party, "withdrawal", effective));
    }

    /** Retries on 503: the pool detects connections that ended with their database only when it uses them. */
    private static String written(OriginClient curator, Map<String, Object> change) {
        var key = UUID.randomUUID().toString();
        return await("a write")
                .until(() -> curator.post(CHANGES, change, "Idempotency-Key", key), answer -> answer.status() != 503)
                .expect(201)
                .body()
                .path("id")
                .asText();
    }

    private static double forks() {
        return new ServiceMetrics(installation.client()).sum("depositary_feeder_parked", "reason=\"fork\"");
    }

    private static void awaitGateway(EventLedger recorded) {
        await("the gateway is there").until(() -> installation.client().isReady());
        var pages = new ChangeFeedClient(installation.client()).follow();
        await("the gateway has it all")
                .ignoreExceptions()
                .until(() -> pages.more() >= recorded.entries().size());
        pages.ledger().gapless().sameAs(recorded);
    }

    private static void toldToStartAgain(String cursor) {
        var changes = new ChangeFeedClient(installation.client());
        installation.client().get("/api/changes?since=" + cursor).expect(410);
        try (var subscriber = EventSourceClient.resumed(changes.stream("kind=membership"), cursor)) {
            await("reset").until(() -> subscriber.count("reset") > 0);
        }
    }

    /** Copies the present database, as a backup that is restored beside it. */
    private static void backUp(String database) {
        administer(Stream.of(
                        "ALTER DATABASE $DB WITH ALLOW_CONNECTIONS false",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '$DB'",
                        "CREATE DATABASE $DB_restored TEMPLATE $DB OWNER $DB",
                        "ALTER DATABASE $DB WITH ALLOW_CONNECTIONS true")
                .map(statement -> statement.replace("$DB", database))
                .toArray(String[]::new));
    }

    private static void awaitService() {
        var service = installation.client(TestInstallation.MEMBERSHIP_SERVICE);
        await("the service has its database").until(service::isReady);
    }

    private static void administer(String... statements) {
        var address = installation.administration("postgres");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
