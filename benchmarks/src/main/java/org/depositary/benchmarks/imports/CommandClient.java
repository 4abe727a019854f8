package org.depositary.benchmarks.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.depositary.benchmarks.fixture.HttpConnection;
import org.depositary.benchmarks.fixture.HttpConnection.Answer;
import org.depositary.benchmarks.imports.RandomCommandGenerator.Command;

/**
 * A client that sends commands one after the other. Some commands have an {@code Idempotency-Key}, and some of these
 * are sent twice. If the response is {@code busy}, the command is sent again.
 */
final class CommandClient implements AutoCloseable {

    /** Whether the client keeps its connection open, or opens one for each request. */
    enum Mode {
        KEEP("HTTP/1.1", ""),
        CLOSE("HTTP/1.1", "Connection: close\r\n"),
        CLOSE_1_0("HTTP/1.0", "Connection: close\r\n");

        private final String protocol;
        private final String header;

        Mode(String protocol, String header) {
            this.protocol = protocol;
            this.header = header;
        }
    }

    private record Keyed(Command command, String key, Answer answer) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The pause before a command is sent again after {@code busy}. It equals the Retry-After of the services. */
    private static final long BUSY_MILLIS = 1_000;

    private static final int ONE_HAS_KEY_OF = 3;
    private static final int ONE_IS_REPEATED_OF = 10;

    private final URI gateway;
    private final String token;
    private final String name;
    private final Mode mode;
    private final Random random;
    private final RandomCommandGenerator mix;
    private final LongAdder sent = new LongAdder();
    private HttpConnection connection;

    /** @param imported the importer whose recorded facts are the subjects of some commands */
    CommandClient(URI gateway, String token, int number, Mode mode, AlternatingImporter imported) {
        this.gateway = gateway;
        this.token = token;
        this.mode = mode;
        this.name = "client-%d-%s".formatted(number, mode.name().toLowerCase().replace('_', '-'));
        this.random = new Random(number);
        this.mix = new RandomCommandGenerator(name, random, imported::facts);
    }

    /** Returns the number of different commands so far. Repetitions because of {@code busy} do not count. */
    long sent() {
        return sent.sum();
    }

    void registerShared(ResponseCounter tally) throws IOException, InterruptedException {
        for (var command : mix.registerShared()) {
            send(command, Optional.empty(), tally);
        }
    }

    /** Sends this number of commands, or fewer if its thread is interrupted. */
    void send(long count, ResponseCounter tally) throws IOException, InterruptedException {
        for (long until = sent() + count; sent() < until && !Thread.interrupted(); ) {
            var keyed = sendNext(tally);
            if (keyed.isPresent() && random.nextInt(ONE_IS_REPEATED_OF) == 0 && sent() < until) {
                repeat(keyed.get(), tally);
            }
        }
    }

    /**
     * Sends the next command. If it has an idempotency key, returns the command and its response, so that it can be
     * repeated and compared.
     */
    private Optional<Keyed> sendNext(ResponseCounter tally) throws IOException, InterruptedException {
        var command = mix.next();
        boolean hasKey = command.method().equals("POST") && random.nextInt(ONE_HAS_KEY_OF) == 0;
        var key = hasKey ? Optional.of(UUID.randomUUID().toString()) : Optional.<String>empty();
        var answer = send(command, key, tally);
        if (answer.isPresent() && answer.get().status() == 201) {
            var body = JSON.readTree(answer.get().body());
            (body.isArray() ? body : List.of(body)).forEach(result -> mix.recorded(command, result));
        }
        return answer.filter(CommandClient::isKept).flatMap(kept -> key.map(its -> new Keyed(command, its, kept)));
    }

    private static boolean isKept(Answer answer) {
        return answer.status() < 300 || answer.status() == 409 || answer.status() == 422;
    }

    private void repeat(Keyed first, ResponseCounter tally) throws IOException, InterruptedException {
        var command = first.command();
        var again = send(command, Optional.of(first.key()), tally);
        if (again.isPresent() && !isSame(first.answer(), again.get())) {
            var answers = "%s then %d %s"
                    .formatted(
                            first.answer().text(),
                            again.get().status(),
                            again.get().text());
            tally.answeredOtherwise(name, command.method(), command.path(), answers);
        }
    }

    /** Compares JSON without the order of fields, which differs in stored answers. */
    private static boolean isSame(Answer first, Answer again) throws IOException {
        return first.status() == again.status() && JSON.readTree(first.body()).equals(JSON.readTree(again.body()));
    }

    /** Sends one request and counts the result. Empty if the connection failed before the response. */
    private Optional<Answer> send(Command command, Optional<String> key, ResponseCounter tally)
            throws IOException, InterruptedException {
        sent.increment();
        while (true) {
            try {
                var answer = exchange(command, key);
                if (!tally.answered(name, command.method(), command.path(), answer.status(), answer.text())) {
                    return Optional.of(answer);
                }
                Thread.sleep(BUSY_MILLIS);
            } catch (IOException failure) {
                tally.unanswered(name, command.method(), command.path(), failure);
                close();
                return Optional.empty();
            }
        }
    }

    private Answer exchange(Command command, Optional<String> key) throws IOException {
        if (connection == null) {
            connection = new HttpConnection(gateway, mode.protocol);
        }
        var headers = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n" + mode.header
                + key.map(its -> "Idempotency-Key: " + its + "\r\n").orElse("");
        var answer = connection.send(command.method(), command.path(), headers, command.body());
        if (mode != Mode.KEEP || answer.closes()) {
            close();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
