package org.depositary.gateway.web.output;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Writes to a client. Closes the connection if the client accepts no bytes for some time. */
public final class PatientOutput extends OutputStream {

    private final OutputStream to;
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final long patience;

    public PatientOutput(OutputStream to, HttpServerRequest request, Vertx vertx, Duration patience) {
        this.to = to;
        this.request = request;
        this.vertx = vertx;
        this.patience = patience.toMillis();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        long timer = vertx.setTimer(patience, expired -> request.connection().close());
        try {
            to.write(bytes, from, length);
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    @Override
    public void flush() throws IOException {
        to.flush();
    }
}
