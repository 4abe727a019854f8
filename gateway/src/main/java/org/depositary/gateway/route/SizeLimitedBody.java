package org.depositary.gateway.route;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A request body that is forwarded while it arrives. It fails as soon as it exceeds the limit; the rest is read and
 * discarded.
 */
final class SizeLimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private Handler<Throwable> failed = failure -> {};
    private long size;
    private boolean brokenOff;

    SizeLimitedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean isTooLarge() {
        return size > limit;
    }

    /** Whether the body ended early, because it is too large or the client disconnected. */
    boolean isBrokenOff() {
        return brokenOff || isTooLarge();
    }

    @Override
    public SizeLimitedBody handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> take(part, handler));
        return this;
    }

    private void take(Buffer part, Handler<Buffer> handler) {
        boolean before = isTooLarge();
        size += part.length();
        if (!isTooLarge()) {
            handler.handle(part);
        } else if (!before) {
            failed.handle(new IllegalStateException("The body is larger than %d bytes".formatted(limit)));
        }
    }

    @Override
    public SizeLimitedBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        body.exceptionHandler(failure -> {
            brokenOff = true;
            failed.handle(failure);
        });
        return this;
    }

    @Override
    public SizeLimitedBody endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> {
                            if (!isTooLarge()) {
                                handler.handle(end);
                            }
                        });
        return this;
    }

    @Override
    public SizeLimitedBody pause() {
        body.pause();
        return this;
    }

    @Override
    public SizeLimitedBody resume() {
        body.resume();
        return this;
    }

    @Override
    public SizeLimitedBody fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
