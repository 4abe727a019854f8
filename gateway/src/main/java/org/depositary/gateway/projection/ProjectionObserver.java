package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;

/** Is called for each batch of a projector, on the thread of the projector. */
@FunctionalInterface
interface ProjectionObserver {

    /** Called after the batch, in its transaction. */
    void projected(Connection connection, ProjectedBatch batch) throws SQLException;

    /** Called after the commit. */
    default void committed() {}

    /** Called after a rollback, also if it came before {@link #projected}. */
    default void rolledBack() {}
}
