package org.depositary.gateway.texts;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.database.GatewayDatabase;
import org.jboss.logging.Logger;

/**
 * Computes the signatures of texts that an older version of the gateway stored. It runs once, at the start, text by text.
 * Several gateways may do so at the same time.
 */
@ApplicationScoped
class MissingSignatureLoop {

    private static final Logger LOG = Logger.getLogger(MissingSignatureLoop.class);
    private static final int BATCH = 100;
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final GatewayDatabase database;
    private final TextSignatureTable signatures;
    private final BackgroundLoop loop = new BackgroundLoop("missing-signatures", this::computeBatch);
    private String last = "";

    MissingSignatureLoop(GatewayDatabase database, TextSignatureTable signatures) {
        this.database = database;
        this.signatures = signatures;
    }

    void onStart(@Observes StartupEvent event) {
        loop.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** Computes the next signatures. Returns the time until the next batch. */
    Duration computeBatch() throws SQLException {
        var documents = database.autoCommit(connection -> signatures.missing(connection, last, BATCH));
        for (var document : documents) {
            database.transaction(connection -> {
                GatewayDatabase.fixPlans(connection);
                if (signatures.lock(connection, document)) {
                    signatures.update(connection, document);
                }
                return true;
            });
            last = document;
        }
        if (!documents.isEmpty()) {
            LOG.infof("Computed the signatures of %d texts", documents.size());
        }
        return documents.size() < BATCH ? FOR_EVER : Duration.ZERO;
    }
}
