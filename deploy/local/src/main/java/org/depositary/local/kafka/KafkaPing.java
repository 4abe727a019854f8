package org.depositary.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Checks that Kafka answers, with the smallest request of its protocol: ApiVersions, version 0. A Kafka client would
 * cost more time and memory than everything else in the launcher.
 */
final class KafkaPing {

    private static final int TIMEOUT_MILLIS = 3000;
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION = 4711;

    private KafkaPing() {}

    static boolean isAnswered(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            ask(new DataOutputStream(socket.getOutputStream()));
            var answer = new DataInputStream(socket.getInputStream());
            int size = answer.readInt();
            return size > 0 && answer.readInt() == CORRELATION;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private static void ask(DataOutputStream question) throws IOException {
        question.writeInt(2 * Short.BYTES + Integer.BYTES + Short.BYTES);
        question.writeShort(API_VERSIONS);
        question.writeShort(0);
        question.writeInt(CORRELATION);
        // The length -1 says that the request has no client id.
        question.writeShort(-1);
        question.flush();
    }
}
