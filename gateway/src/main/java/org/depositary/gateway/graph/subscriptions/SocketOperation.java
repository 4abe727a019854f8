package org.depositary.gateway.graph.subscriptions;

import graphql.ExecutionResult;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.vertx.core.Context;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.jboss.logging.Logger;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One operation of a client: a query with one result, or a subscription with many. A subscription asks for its next result
 * only when the kernel has accepted the last one, so at most one of its results waits for the client.
 */
final class SocketOperation implements ExecutionResponseWriter, Subscriber<ExecutionResult> {

    private static final Logger LOG = Logger.getLogger(SocketOperation.class);

    private final String id;
    private final SocketConnection connection;
    private final Context eventLoop;
    private final Runnable onEnd;
    private Runnable endContext = () -> {};
    private Subscription subscription;
    private boolean ended;

    /**
     * @param eventLoop the event loop of the connection; all fields belong to it
     * @param onEnd runs on the event loop when the last message was accepted
     */
    SocketOperation(String id, SocketConnection connection, Context eventLoop, Runnable onEnd) {
        this.id = id;
        this.connection = connection;
        this.eventLoop = eventLoop;
        this.onEnd = onEnd;
    }

    /** Must be called when the operation was executed, with what ends its request context. */
    void executed(Runnable contextEnd) {
        eventLoop.runOnContext(now -> {
            endContext = contextEnd;
            if (ended) {
                contextEnd.run();
            }
        });
    }

    @Override
    public void write(ExecutionResponse response) {
        var result = response.getExecutionResult();
        Object data = result.getData();
        if (data instanceof Publisher<?> results) {
            subscribe(results);
        } else if (data == null) {
            var errors = response.getExecutionResultAsJsonObject().getJsonArray("errors");
            end(ServerMessage.error(id, errors));
        } else {
            var text = ServerMessage.next(id, response.getExecutionResultAsString());
            eventLoop.runOnContext(now -> {
                connection.send(text);
                sendLast(ServerMessage.complete(id));
            });
        }
    }

    @SuppressWarnings("unchecked")
    private void subscribe(Publisher<?> results) {
        ((Publisher<ExecutionResult>) results).subscribe(this);
    }

    @Override
    public void fail(Throwable failure) {
        LOG.warn("Cannot execute a GraphQL operation", failure);
        end(ServerMessage.error(id, Problem.of(ProblemType.INTERNAL, "The operation failed")));
    }

    @Override
    public void onSubscribe(Subscription started) {
        eventLoop.runOnContext(now -> {
            subscription = started;
            if (ended) {
                started.cancel();
            } else {
                started.request(1);
            }
        });
    }

    @Override
    public void onNext(ExecutionResult result) {
        var text = ServerMessage.next(id, new ExecutionResponse(result).getExecutionResultAsString());
        eventLoop.runOnContext(now -> {
            if (!ended) {
                connection.send(text).onSuccess(accepted -> subscription.request(1));
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        fail(failure);
    }

    @Override
    public void onComplete() {
        end(ServerMessage.complete(id));
    }

    private void end(String lastMessage) {
        eventLoop.runOnContext(now -> sendLast(lastMessage));
    }

    private void sendLast(String message) {
        if (!ended) {
            connection.send(message).onComplete(accepted -> end());
        }
    }

    /** Ends the operation without a message. Must run on the event loop. */
    void cancel() {
        end();
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (subscription != null) {
            subscription.cancel();
        }
        endContext.run();
        onEnd.run();
    }
}
