package org.depositary.benchmarks.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.depositary.local.process.LoopbackPort;

/**
 * nginx with the module nchan, which keeps its messages in memory. A message is published by a POST. The requests are
 * pipelined on one connection, so that the publisher does not wait for a response.
 */
final class NchanFanOut implements FanOutServer {

    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");
    private static final long PAUSE_MILLIS = 20;
    private static final int TRIES = 500;

    private final Process nginx;
    private final URI origin;
    private final Socket publisher;
    private final int bodyBytes;

    /** @param bodyBytes the size of each message, the mark included */
    NchanFanOut(Path directory, int bodyBytes) throws IOException, InterruptedException {
        this.bodyBytes = bodyBytes;
        int port = LoopbackPort.anyFree();
        origin = URI.create("http://127.0.0.1:" + port);
        Files.createDirectories(directory);
        var settings = Files.writeString(directory.resolve("nginx.conf"), settings(directory, port));
        nginx = new ProcessBuilder(
                        "/usr/sbin/nginx", "-p", directory.toString(), "-c", settings.toString(), "-g", "daemon off;")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(nginx::destroy));
        publisher = connect(port);
        Thread.ofPlatform().name("responses").daemon().start(this::discardResponses);
    }

    static boolean isInstalled() {
        return Files.exists(MODULE);
    }

    private static String settings(Path directory, int port) {
        return """
                load_module %1$s;
                worker_processes auto;
                error_log %2$s/error.log;
                pid %2$s/nginx.pid;
                events { worker_connections 8192; }
                http {
                    access_log off;
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    keepalive_requests 1000000000;
                    nchan_max_reserved_memory 256m;
                    server {
                        listen 127.0.0.1:%3$d backlog=4096;
                        location = /publish {
                            nchan_publisher;
                            nchan_channel_id changes;
                            nchan_message_buffer_length 10000;
                            nchan_message_timeout 60s;
                        }
                        location = /stream {
                            nchan_subscriber eventsource;
                            nchan_channel_id changes;
                            nchan_subscriber_first_message newest;
                        }
                    }
                }
                """.formatted(MODULE, directory.toAbsolutePath(), port);
    }

    private Socket connect(int port) throws IOException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException notYet) {
                if (tried == TRIES || !nginx.isAlive()) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void discardResponses() {
        var bytes = new byte[1 << 16];
        try {
            while (publisher.getInputStream().read(bytes) >= 0) {
                // A lost message shows at the subscribers.
            }
        } catch (IOException closed) {
            // close() ends the thread in this way.
        }
    }

    @Override
    public URI stream() {
        return origin.resolve("/stream");
    }

    @Override
    public void publish(String mark) throws IOException {
        var request = "POST /publish HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + bodyBytes + "\r\n\r\n" + mark + "x".repeat(bodyBytes - mark.length());
        publisher.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        publisher.close();
        nginx.destroy();
    }
}
