package org.depositary.benchmarks.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.depositary.benchmarks.fixture.BenchmarkDatabase;

/** The same connection pool for every store. The driver has its defaults: it prepares a statement after five uses. */
final class StoreConnectionPool {

    private StoreConnectionPool() {}

    static HikariDataSource of(BenchmarkDatabase database, int connections) {
        var configuration = new HikariConfig();
        configuration.setJdbcUrl(database.url());
        configuration.setUsername(database.user());
        configuration.setPassword(database.password());
        configuration.setMaximumPoolSize(connections);
        configuration.setMinimumIdle(connections);
        return new HikariDataSource(configuration);
    }
}
