package org.depositary.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Checks ports on the loopback interface. */
public final class LoopbackPort {

    private LoopbackPort() {}

    /**
     * Returns a free port. It lies below the range that the system uses for outgoing connections, so that it is still
     * free a moment later.
     */
    public static int anyFree() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 32_000))
                .filter(LoopbackPort::isFree)
                .findFirst()
                .orElseThrow();
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // The servers set this option too: with it, a former connection in the state TIME_WAIT does not block the
            // port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public static boolean isListening(int port) {
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }
}
