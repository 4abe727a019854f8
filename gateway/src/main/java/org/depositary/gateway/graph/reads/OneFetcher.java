package org.depositary.gateway.graph.reads;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.documents.TextAccess;
import org.depositary.gateway.read.fields.ItemJson;

/** Reads one object by the arguments of a field of the query itself. */
public record OneFetcher(ItemJson json, Read read) implements DataFetcher<Object> {

    /** Reads the object. */
    @FunctionalInterface
    public interface Read {

        /** @throws org.depositary.eventsourcing.Problem if nothing has this id */
        Object read(Snapshot snapshot, FieldArguments arguments, TextAccess texts) throws SQLException;
    }

    @Override
    public Object get(DataFetchingEnvironment field) throws SQLException {
        var reads = FieldReads.of(field);
        var found = reads.request()
                .read(
                        reads.point().asOf(),
                        snapshot -> read.read(
                                snapshot, reads.arguments(), reads.request().texts()));
        return reads.result(json.tree(found), reads.point());
    }
}
