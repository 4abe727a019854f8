package org.depositary.imports.http;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.depositary.imports.job.ImportIdParser;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportStatusResponse;
import org.depositary.imports.job.ImportStatuses;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads imports from the database, and checks who may read them. */
@ApplicationScoped
public class ImportReads {

    private final DataSource dataSource;
    private final CurrentIdentityAssociation identities;
    private final boolean readsAreOpen;

    ImportReads(
            DataSource dataSource,
            CurrentIdentityAssociation identities,
            @ConfigProperty(name = "depositary.reads.policy", defaultValue = "permit") String readsPolicy) {
        this.dataSource = dataSource;
        this.identities = identities;
        this.readsAreOpen = readsPolicy.equals("permit");
    }

    /** @throws UnauthorizedException if reads need a token and the request has none */
    public void checkMayRead() {
        if (!readsAreOpen
                && identities.getDeferredIdentity().await().indefinitely().isAnonymous()) {
            throw new UnauthorizedException();
        }
    }

    /** @throws Problem 404 if no import has this id */
    public ImportStatusResponse status(UUID id) {
        return read(sql -> new ImportStatuses(sql).find(id)).orElseThrow(() -> ImportIdParser.notFound(id));
    }

    public <T> T read(Function<ImportSql, T> query) {
        try (var connection = dataSource.getConnection()) {
            return query.apply(new ImportSql(connection));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }
}
