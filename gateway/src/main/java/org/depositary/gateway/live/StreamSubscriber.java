package org.depositary.gateway.live;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;

/** One client of the stream, and its position. All methods must run on the client's event loop. */
final class StreamSubscriber {

    private static final int WRITE_QUEUE_BYTES = 256 * 1024;
    private static final long MAX_UNREPORTED_CHANGES = 5_000;
    static final int RETRY_MILLIS = 1_000;

    private final HttpServerResponse response;
    private final Runnable disconnect;
    private final ChangeFilter filter;
    private final String snapshot;
    private final Handler<AsyncResult<Void>> sent = result -> sent();
    private Cursor position;
    private Cursor reported;
    private boolean wroteSinceBeat;
    private boolean catchingUp;
    private boolean lagged;
    private int unsentWrites;
    private long lastProgress;

    /**
     * @param disconnect closes the connection at once
     * @param snapshot URL where a client reads everything again after a reset
     * @param position cursor after which the client gets changes
     */
    StreamSubscriber(
            HttpServerResponse response, Runnable disconnect, ChangeFilter filter, String snapshot, Cursor position) {
        this.disconnect = disconnect;
        this.response = response.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        this.filter = filter;
        this.snapshot = snapshot;
        this.position = position;
        this.reported = position;
    }

    /** Writes the reconnect delay and the current cursor, so that the client can resume even if no change follows. */
    void greet() {
        write(retry(RETRY_MILLIS));
    }

    private Buffer retry(long millis) {
        return Buffer.buffer("retry: %d\nid: %s\n\n".formatted(millis, position));
    }

    ChangeFilter filter() {
        return filter;
    }

    Cursor position() {
        return position;
    }

    /** Whether the connection can accept the next chunk now. */
    boolean isReady() {
        return !catchingUp && isWritable();
    }

    private boolean isWritable() {
        return !lagged && !isGone() && !response.writeQueueFull();
    }

    void send(SseChunk chunk) {
        position = chunk.upTo();
        if (chunk.bytes().length() > 0) {
            write(chunk.bytes());
            reported = position;
        } else if (position.seq() - reported.seq() > MAX_UNREPORTED_CHANGES) {
            reportPosition();
        }
    }

    /**
     * Writes an id without data. That is not an event, but an EventSource stores the id, so a client whose filter matches few changes does not have to resume far back.
     */
    private void reportPosition() {
        write(Buffer.buffer("id: " + position + "\n\n"));
        reported = position;
    }

    /** Writes a comment line if no bytes were written since the last call. */
    void beat() {
        if (!wroteSinceBeat && isWritable()) {
            write(Buffer.buffer(":\n\n"));
            if (!position.equals(reported)) {
                reportPosition();
            }
        }
        wroteSinceBeat = false;
    }

    /** Sends a reset event: the client may have missed changes and must read the snapshot. The stream continues from here. */
    void reset(Cursor now) {
        position = now;
        reported = now;
        write(event("reset", "id: " + now + "\n", now));
    }

    private Buffer event(String name, String id, Cursor cursor) {
        return Buffer.buffer("%sevent: %s\ndata: {\"cursor\": \"%s\", \"snapshot\": \"%s\"}\n\n"
                .formatted(id, name, cursor, snapshot));
    }

    /** Whether bytes wait for the client, and it has accepted none for this time. */
    boolean isStuck(Duration limit) {
        return unsentWrites > 0 && System.nanoTime() - lastProgress > limit.toNanos();
    }

    /** Sends a last event to a client that does not read. It should reconnect with its last id. */
    void sendLagged() {
        write(event("lagged", "", position));
        lagged = true;
    }

    boolean hasLagged() {
        return lagged;
    }

    /** Closes the connection at once, because an orderly end would wait for bytes that the client does not read. */
    void disconnect() {
        disconnect.run();
    }

    /**
     * Ends the stream in order, and sends the client its own time to wait before it reconnects. A client that does not
     * read is disconnected, because an orderly end would wait for it.
     */
    void close(long retryMillis) {
        if (isGone()) {
            return;
        }
        if (isWritable()) {
            write(retry(retryMillis));
            response.end();
        } else {
            disconnect();
        }
    }

    boolean isGone() {
        return response.closed() || response.ended();
    }

    void setCatchingUp(boolean now) {
        catchingUp = now;
    }

    private void write(Buffer bytes) {
        if (!isGone()) {
            if (unsentWrites++ == 0) {
                lastProgress = System.nanoTime();
            }
            response.write(bytes).onComplete(sent);
            wroteSinceBeat = true;
        }
    }

    /** Called when the kernel has accepted all bytes of a write, or the connection has ended. */
    private void sent() {
        unsentWrites--;
        lastProgress = System.nanoTime();
    }
}
