package org.depositary.gateway.texts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.depositary.gateway.GatewayTableQueries;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

/** Tests that texts stored by an older version get signatures. */
@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class MissingSignatureLoopTest {

    @Inject
    GatewayDatabase database;

    @Inject
    TextTableWriter texts;

    @Inject
    TextSignatureTable signatures;

    @Inject
    GatewayTableQueries log;

    @Test
    void texts_without_a_signature_of_this_method_get_one() throws SQLException {
        var without = storedText(1);
        var older = storedText(1);
        var incomplete = storedText(2);
        log.select("DELETE FROM text_signature WHERE document = ?", without);
        log.select("UPDATE text_signature SET method = 0 WHERE document = ?", older);

        new MissingSignatureLoop(database, signatures).computeBatch();

        assertThat(methods(without)).containsExactly(Integer.toString(TextSignature.METHOD));
        assertThat(methods(older)).containsExactly(Integer.toString(TextSignature.METHOD));
        assertThat(methods(incomplete)).isEmpty();
    }

    /** Stores the first chunk of a text. */
    private String storedText(int chunks) throws SQLException {
        var id = UUID.randomUUID().toString().replace("-", "");
        return database.transaction(connection -> {
            texts.replace(connection, new PublishedTextChunk(id, 1, 0, chunks, 0, "A text of " + id, List.of()));
            return id;
        });
    }

    private List<String> methods(String id) {
        return log.select("SELECT method FROM text_signature WHERE document = ?", id);
    }
}
