package org.depositary.benchmarks.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The server's side of connections, as Linux lists them. */
final class ServerConnections {

    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final int LOCAL_ADDRESS = 1;
    private static final int REMOTE_ADDRESS = 2;
    private static final int STATE = 3;
    private static final int QUEUES = 4;
    private static final String ESTABLISHED = "01";

    private final String server;
    private final Set<Integer> clients;

    /** @param clients the ports of the clients */
    ServerConnections(int port, Set<Integer> clients) {
        this.server = ":%04X".formatted(port);
        this.clients = clients;
    }

    /** The bytes that wait in the kernel for each client, by its port. Connections that the server closed are left out. */
    Map<Integer, Long> waitingBytes() throws IOException {
        var waiting = new HashMap<Integer, Long>();
        for (var table : TABLES) {
            for (var line : Files.readAllLines(table)) {
                var columns = line.strip().split("\\s+");
                if (columns[LOCAL_ADDRESS].endsWith(server) && columns[STATE].equals(ESTABLISHED)) {
                    waiting.put(hex(after(columns[REMOTE_ADDRESS])), (long) hex(before(columns[QUEUES])));
                }
            }
        }
        waiting.keySet().retainAll(clients);
        return waiting;
    }

    private static String after(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    private static String before(String queues) {
        return queues.substring(0, queues.indexOf(':'));
    }

    private static int hex(String number) {
        return Integer.parseInt(number, 16);
    }
}
