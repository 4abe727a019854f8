package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Is called after each batch of a projector, in its transaction. */
@FunctionalInterface
interface ProjectionObserver {
    void projected(Connection connection, ProjectedBatch batch) throws SQLException;
}
