package org.depositary.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.log.LogProgress;
import org.depositary.gateway.log.ReadModelGeneration;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that read models of an older generation stay as long as a gateway reads them. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class OldReadModelDropperTest {

    private static final String OLDER = "rm_" + (ReadModelGeneration.VERSION - 1);
    private static final String MUCH_OLDER = "rm_" + (ReadModelGeneration.VERSION - 2);
    private static final String NEWER = "rm_" + (ReadModelGeneration.VERSION + 1);

    @Inject
    OldReadModelDropper dropper;

    @Inject
    LogProgress progress;

    @Inject
    GatewayTableQueries log;

    @BeforeEach
    void create_three_other_generations() {
        await().atMost(Duration.ofMinutes(2)).until(progress::haveCaughtUp);
        for (var schema : List.of(MUCH_OLDER, OLDER, NEWER)) {
            // Creating the index scans the table. The session must report that to the statistics before the first
            // check.
            log.select("CREATE SCHEMA " + schema + "; CREATE TABLE " + schema
                    + ".position (projector text PRIMARY KEY, seq bigint NOT NULL); SELECT pg_stat_force_next_flush()");
        }
    }

    @AfterEach
    void drop_them() {
        for (var schema : List.of(MUCH_OLDER, OLDER, NEWER)) {
            log.select("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        }
    }

    private List<String> generations() {
        return log.select(
                "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rm\\_%' ORDER BY length(nspname), nspname");
    }

    /**
     * Reads the schema as every gateway does several times per second. Its session reports the read to the statistics
     * at once.
     */
    private void read(String schema) {
        log.select("SELECT coalesce(min(seq), 0) FROM " + schema + ".position, pg_stat_force_next_flush()");
    }

    @Test
    void only_older_generations_that_no_gateway_reads_are_dropped() throws SQLException {
        dropper.dropUnread();
        assertThat(generations()).containsExactly(MUCH_OLDER, OLDER, ReadModelGeneration.SCHEMA, NEWER);
        read(OLDER);
        dropper.dropUnread();
        assertThat(generations()).containsExactly(OLDER, ReadModelGeneration.SCHEMA, NEWER);
        read(OLDER);
        dropper.dropUnread();
        assertThat(generations()).containsExactly(OLDER, ReadModelGeneration.SCHEMA, NEWER);
        dropper.dropUnread();
        assertThat(generations()).containsExactly(ReadModelGeneration.SCHEMA, NEWER);
    }
}
