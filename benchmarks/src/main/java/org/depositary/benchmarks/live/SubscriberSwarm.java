package org.depositary.benchmarks.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Many subscribers of one stream of server-sent events, on one thread. Each checks that it gets every message once and in
 * order. It parses nothing but {@link MessageMark}s, because it shares the machine with the measured server.
 */
final class SubscriberSwarm implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 * 1024;

    private final class Subscriber {
        private final MarkScanner scanner = new MarkScanner();
        private long next;
        private boolean answered;

        private void mark(long number, long dueMicros) {
            if (number < first) {
                return;
            }
            if (number != Math.max(next, first)) {
                disorder = true;
            }
            next = number + 1;
            latencies.add(System.nanoTime() / 1_000 - dueMicros);
        }
    }

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final byte[] bytes = new byte[BUFFER_BYTES];
    private final Thread thread =
            Thread.ofPlatform().name("subscribers").daemon().unstarted(this::readAll);
    private volatile LatencyHistogram latencies = new LatencyHistogram();
    private volatile long first = Long.MAX_VALUE;
    private volatile boolean disorder;
    private volatile int answered;
    private volatile int ended;

    SubscriberSwarm(URI stream, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var channel = connected(stream);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Subscriber());
            channels.add(channel);
        }
        thread.start();
    }

    static SocketChannel connected(URI stream) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(stream.getHost(), stream.getPort()));
        var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                .formatted(pathAndQuery(stream));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    static String pathAndQuery(URI address) {
        return address.getQuery() == null ? address.getPath() : address.getPath() + "?" + address.getQuery();
    }

    /** The number of subscribers that have got the first bytes of their response. */
    int answered() {
        return answered;
    }

    /** Whether all connections are open, and no subscriber has missed, repeated or reordered a message. */
    boolean isSound() {
        return ended == 0 && !disorder;
    }

    /** Begins to count. Messages with smaller numbers are ignored. Nothing may be under way. */
    LatencyHistogram countFrom(long number) {
        var fresh = new LatencyHistogram();
        latencies = fresh;
        first = number;
        return fresh;
    }

    private void readAll() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read);
            }
        } catch (IOException | ClosedSelectorException closed) {
            // close() ends the thread in this way.
        }
    }

    private void read(SelectionKey key) {
        var subscriber = (Subscriber) key.attachment();
        try {
            int length = ((SocketChannel) key.channel()).read(buffer.clear());
            if (length < 0) {
                throw new IOException("The server closed the connection");
            }
            if (!subscriber.answered) {
                subscriber.answered = true;
                answered++;
            }
            buffer.flip().get(bytes, 0, length);
            subscriber.scanner.scan(bytes, length, subscriber::mark);
        } catch (IOException broken) {
            ended++;
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (var channel : channels) {
            channel.close();
        }
    }
}
