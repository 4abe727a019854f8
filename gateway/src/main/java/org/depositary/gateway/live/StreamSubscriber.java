package org.depositary.gateway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;

/** One client of the stream and how far it has come. Everything here happens on its event loop. */
final class StreamSubscriber {

    private static final int WRITE_QUEUE_BYTES = 256 * 1024;
    private static final long SKIPPED_UNTOLD = 5_000;
    static final int RETRY_MILLIS = 1_000;

    private final HttpServerResponse response;
    private final Runnable cut;
    private final ChangeFilter filter;
    private final String snapshot;
    private Cursor position;
    private Cursor told;
    private boolean wroteSinceBeat;
    private boolean catchingUp;
    private boolean lagged;
    private long fullSince;

    /**
     * @param cut closes its connection at once
     * @param snapshot where to read anew from, when the place to go on from is unknown
     * @param position what is behind it the client has, or does not want
     */
    StreamSubscriber(HttpServerResponse response, Runnable cut, ChangeFilter filter, String snapshot, Cursor position) {
        this.cut = cut;
        this.response = response.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
        this.filter = filter;
        this.snapshot = snapshot;
        this.position = position;
        this.told = position;
    }

    /** The first lines: how soon to come back, and from where, even if nothing happens until then. */
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

    /** Whether it can be given something now. */
    boolean takes() {
        return !catchingUp && isWritable();
    }

    private boolean isWritable() {
        if (lagged || isGone()) {
            return false;
        }
        if (!response.writeQueueFull()) {
            fullSince = 0;
            return true;
        }
        if (fullSince == 0) {
            fullSince = System.nanoTime();
        }
        return false;
    }

    void give(EncodedChunk chunk) {
        position = chunk.upTo();
        if (chunk.bytes().length() > 0) {
            write(chunk.bytes());
            told = position;
        } else if (position.seq() - told.seq() > SKIPPED_UNTOLD) {
            tellPosition();
        }
    }

    /** An id without data is no event, but an EventSource keeps it: who filters much need not read all that again. */
    private void tellPosition() {
        write(Buffer.buffer("id: " + position + "\n\n"));
        told = position;
    }

    /** A sign of life, unless there was one. */
    void beat() {
        if (!wroteSinceBeat && isWritable()) {
            write(Buffer.buffer(":\n\n"));
            if (!position.equals(told)) {
                tellPosition();
            }
        }
        wroteSinceBeat = false;
    }

    /** What it has missed cannot be told; it goes on from here. */
    void reset(Cursor now) {
        position = now;
        told = now;
        write(event("reset", "id: " + now + "\n", now));
    }

    private Buffer event(String name, String id, Cursor cursor) {
        return Buffer.buffer("%sevent: %s\ndata: {\"cursor\": \"%s\", \"snapshot\": \"%s\"}\n\n"
                .formatted(id, name, cursor, snapshot));
    }

    boolean isStuck(Duration patience) {
        return !isWritable() && fullSince != 0 && System.nanoTime() - fullSince > patience.toNanos();
    }

    /** It does not read. It is told, should it still begin to, and comes back with its last id. */
    void lag() {
        write(event("lagged", "", position));
        lagged = true;
    }

    boolean hasLagged() {
        return lagged;
    }

    /** At once: an orderly end would wait for what it does not read. */
    void cut() {
        cut.run();
    }

    /**
     * Ends the stream in order: the last message has the client's own time to wait before it reconnects. A client that
     * does not read is disconnected, because an orderly end would wait for it.
     */
    void close(long retryMillis) {
        if (isWritable()) {
            write(retry(retryMillis));
            response.end();
        } else {
            cut();
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
            response.write(bytes);
            wroteSinceBeat = true;
        }
    }
}
