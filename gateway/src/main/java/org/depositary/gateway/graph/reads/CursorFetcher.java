package org.depositary.gateway.graph.reads;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;

/** Returns the position in the change log that the request reads. */
public final class CursorFetcher implements DataFetcher<String> {

    @Override
    public String get(DataFetchingEnvironment field) throws SQLException {
        return FieldReads.of(field).request().position().toString();
    }
}
