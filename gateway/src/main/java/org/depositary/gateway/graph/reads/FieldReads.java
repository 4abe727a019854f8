package org.depositary.gateway.graph.reads;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.BatchLoader;
import org.dataloader.DataLoaderFactory;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** The reads of one field, with its arguments. */
public record FieldReads(DataFetchingEnvironment field, RequestReads request, FieldArguments arguments) {

    /** Reads the values of several parents together. A parent without a value is absent. */
    @FunctionalInterface
    public interface Batch {
        Map<String, ?> read(List<String> parents) throws SQLException;
    }

    static FieldReads of(DataFetchingEnvironment field) throws SQLException {
        RequestReads request = field.getGraphQlContext().get(RequestReads.class);
        if (request == null) {
            throw Problem.of(ProblemType.BAD_QUERY, "Send queries by HTTP. A WebSocket is for subscriptions only");
        }
        return new FieldReads(field, request, new FieldArguments(field.getArguments(), point(field, request)));
    }

    private static ReadingPoint point(DataFetchingEnvironment field, RequestReads request) throws SQLException {
        var knownAt = argument(field, FieldArguments.KNOWN_AT);
        var on = argument(field, FieldArguments.ON);
        var lang = argument(field, FieldArguments.LANG);
        ReadingPoint parent = field.getLocalContext();
        return parent == null ? request.point(knownAt, on, lang) : request.point(parent, knownAt, on, lang);
    }

    private static Optional<String> argument(DataFetchingEnvironment field, String name) {
        return Optional.ofNullable(field.getArgument(name));
    }

    public ReadingPoint point() {
        return arguments.point();
    }

    /** Makes a result below which fields read as of the same point. */
    public DataFetcherResult<Object> result(Object value, ReadingPoint of) {
        return DataFetcherResult.newResult().data(value).localContext(of).build();
    }

    /** A text that is equal for the same field with the same arguments. */
    String name() {
        return "%s.%s %s %s"
                .formatted(
                        field.getExecutionStepInfo().getObjectType().getName(),
                        field.getFieldDefinition().getName(),
                        field.getArguments(),
                        point());
    }

    /** Reads the value of a parent together with those of all others that ask under the same name. */
    CompletableFuture<Optional<Object>> together(String name, String parent, Batch batch) {
        return field.getDataLoaderRegistry()
                .<String, Optional<Object>>computeIfAbsent(
                        name, ignored -> DataLoaderFactory.newDataLoader(loader(batch)))
                .load(parent);
    }

    private static BatchLoader<String, Optional<Object>> loader(Batch batch) {
        return parents -> {
            try {
                var found = batch.read(parents);
                return CompletableFuture.completedFuture(parents.stream()
                        .map(parent -> Optional.<Object>ofNullable(found.get(parent)))
                        .toList());
            } catch (SQLException | RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        };
    }
}
