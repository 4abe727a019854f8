package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.LIMIT;
import static org.depositary.testing.Waiting.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every service is replaced by that of a later build, one after the other, while clients write, read and follow the changes. No
 * request fails, no event is lost or repeated.
 *
 * <p>{@code ./depositary drill upgrade} lets more writes pass in each state; {@code -Dupgrade.writes=N} sets the number.
 */
@Tag("drill")
class UpgradeDrillTest {

    private static final int WRITES = Integer.getInteger("upgrade.writes", 60);
    private static final int WRITES_PER_SECOND = 30;
    private static final List<String> ORDER = List.of(
            TestInstallation.MEMBERSHIP_SERVICE,
            TestInstallation.DOCUMENTS_SERVICE,
            TestInstallation.EXERCISES_SERVICE,
            TestInstallation.GATEWAY);

    @Test
    void services_are_replaced_one_by_one_and_no_request_fails() throws Exception {
        var next = NextBuild.make("upgrade-next");
        var began = Instant.now();
        try (var balanced = BalancedInstallation.start("upgrade")) {
            var client = balanced.client().withoutShortTimeout();
            var changes = new ChangeFeedClient(client);
            var older = readModels(balanced);
            try (var subscriber = EventSourceClient.to(changes.stream(ChangeFeedClient.FROM_THE_START));
                    var load = load(balanced, client, subscriber);
                    var reads = ReadLoad.start(client)) {
                load.start();
                for (var service : ORDER) {
                    upgrade(balanced, service, next, load);
                }
                assertThat(load.stop(LIMIT)).isTrue();
                reads.close();
                assertThat(load.unexpected()).isEmpty();
                assertThat(load.repeated()).as("writes that failed").isZero();
                assertThat(reads.failures()).as("reads that failed").isEmpty();
                int events = new EventLossCheck(balanced.installation(), load, false).compare(subscriber);
                System.out.printf(
                        "upgrade: %d services in %d s: %d writes, %d reads, %d events, %d resumes of the subscriber%n",
                        ORDER.size(),
                        Duration.between(began, Instant.now()).toSeconds(),
                        load.count(),
                        reads.count(),
                        events,
                        subscriber.connections() - 1);
            }
            await("the older read models are dropped")
                    .until(() -> readModels(balanced).stream().noneMatch(older::contains));
        }
    }

    private static WriteLoad load(BalancedInstallation balanced, OriginClient client, EventSourceClient subscriber) {
        var curator = client.with(balanced.installation().token("curator")).withoutShortTimeout();
        return new WriteLoad(curator, WRITES_PER_SECOND, () -> subscriber.count("change"));
    }

    private static void upgrade(BalancedInstallation balanced, String service, NextBuild next, WriteLoad load) {
        balanced.assertWaitsForMigration(service, next);
        balanced.migrate(service, next);
        awaitFurther(load);
        try (var old = balanced.startOld(service)) {
            awaitFurther(load);
        }
        var before = readModels(balanced);
        try (var surge = balanced.startNext(service, next)) {
            assertThat(readModels(balanced))
                    .as("old read models are still served")
                    .containsAll(before);
            awaitFurther(load);
            balanced.replace(service, next);
            awaitFurther(load);
        }
        assertThat(balanced.version(service)).isEqualTo(NextBuild.VERSION);
        awaitFurther(load);
    }

    private static void awaitFurther(WriteLoad load) {
        var due = load.count() + WRITES;
        await("writes go on").until(() -> load.count() >= due);
    }

    /** The schemas of all generations of read models. */
    private static List<String> readModels(BalancedInstallation balanced) {
        var address = balanced.installation().database("gateway");
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rm\\_%'")) {
            var schemas = new ArrayList<String>();
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
            return schemas;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
