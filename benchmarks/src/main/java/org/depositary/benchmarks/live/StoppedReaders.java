package org.depositary.benchmarks.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Subscribers that send their request and then never read. */
final class StoppedReaders implements AutoCloseable {

    /** A small buffer, so that the server soon cannot write. */
    private static final int RECEIVE_BUFFER = 4 * 1024;

    private final List<SocketChannel> channels = new ArrayList<>();

    StoppedReaders(URI stream, int count) throws IOException {
        var request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(SubscriberSwarm.pathAndQuery(stream));
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            channels.add(channel);
        }
    }

    Set<Integer> ports() throws IOException {
        var ports = new HashSet<Integer>();
        for (var channel : channels) {
            ports.add(((InetSocketAddress) channel.getLocalAddress()).getPort());
        }
        return ports;
    }

    @Override
    public void close() throws IOException {
        for (var channel : channels) {
            channel.close();
        }
    }
}
