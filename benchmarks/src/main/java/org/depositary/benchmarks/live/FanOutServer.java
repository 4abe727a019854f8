package org.depositary.benchmarks.live;

import java.io.IOException;
import java.net.URI;

/** A server of server-sent events, with a way to publish to all its subscribers. */
interface FanOutServer extends AutoCloseable {

    URI stream();

    /** Publishes a message without waiting. Messages are delivered in the order of the calls. */
    void publish(String mark) throws IOException;

    @Override
    void close() throws IOException;
}
