package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.sql.DriverManager;
import java.sql.SQLException;
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
        var again = RomeFeed.walked(installation.client(), "/api/changes/feed.atom");
        assertThat(Stream.concat(again.ids().stream(), again.deleted().stream()).toList())
                .containsAll(feed.ids());
        reader.get(key.path("url").asText()).expect(200);
    }

    /** Waits until the webhook has received all events that are recorded, but for some. */
    private static void awaitReceived(Set<String> butFor) {
        await("a webhook misses nothing").until(() -> {
            var expected = eventIds();
            expected.removeAll(butFor);
            return !expected.isEmpty() && RECEIVER.acceptedEvents().containsAll(expected);
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
        backUp();
        var backedUp = eventIds();
        var lost = accede(curator, "BE", "2002");
        leave(curator, "AT", "2003");
        awaitGateway(new EventTables(installation).events());
        var old = new ChangeFeedClient(installation.client()).end();

        restore();
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

    /** Copies the present database. */
    private static void backUp() {
        administer(
                "ALTER DATABASE membership WITH ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'membership'",
                "CREATE DATABASE membership_backup TEMPLATE membership OWNER membership",
                "ALTER DATABASE membership WITH ALLOW_CONNECTIONS true");
        awaitService();
    }

    /** Replaces the database by the copy. */
    private static void restore() {
        administer("DROP DATABASE membership WITH (FORCE)", "ALTER DATABASE membership_backup RENAME TO membership");
        awaitService();
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
