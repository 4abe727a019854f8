package org.depositary.eventsourcing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.depositary.eventsourcing.CounterAggregate;
import org.depositary.eventsourcing.CounterAggregate.Add;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "counting"))
class CommandExecutorTest {

    /**
     * Number of writers. In each lost race another writer commits, so with this number no writer can lose all its
     * attempts.
     */
    private static final int WRITERS = CommandExecutor.ATTEMPTS;

    @Inject
    CommandExecutor commands;

    @Inject
    DataSource dataSource;

    @Test
    void several_events_of_one_command_are_numbered_in_order() throws SQLException {
        var stream = aStream();
        assertThat(add(request(), stream, 3).body().get("version").asInt()).isEqualTo(3);
        assertThat(add(request(), stream, 1).body().get("version").asInt()).isEqualTo(4);
        assertThat(versions(stream)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void writers_of_one_stream_all_get_through_and_nobody_is_overwritten() throws Exception {
        var stream = aStream();
        together(WRITERS, () -> add(request(), stream, 1));
        assertThat(versions(stream)).hasSize(WRITERS).doesNotHaveDuplicates();
        assertThat(instants(stream)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_same_key_at_the_same_time_records_once() throws Exception {
        var stream = aStream();
        var request =
                new CommandRequest("curator", Optional.of(UUID.randomUUID().toString()), "hash", Optional.empty());
        var answers = together(WRITERS, () -> add(request, stream, 1));
        assertThat(versions(stream)).containsExactly(1);
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(answers)
                .extracting(CommandAnswer::body)
                .containsOnly(answers.getFirst().body());
    }

    @Test
    void a_key_belongs_to_its_caller_and_its_request() throws SQLException {
        var stream = aStream();
        var key = Optional.of(UUID.randomUUID().toString());
        add(new CommandRequest("one", key, "hash", Optional.empty()), stream, 1);
        add(new CommandRequest("another", key, "hash", Optional.empty()), stream, 1);
        assertThat(versions(stream)).containsExactly(1, 2);
        assertRefused(
                ProblemType.KEY_REUSED, new CommandRequest("one", key, "other hash", Optional.empty()), stream, 1);
    }

    @Test
    void a_refusal_is_kept_under_its_key_and_records_nothing() throws SQLException {
        var stream = aStream();
        var request =
                new CommandRequest("curator", Optional.of(UUID.randomUUID().toString()), "hash", Optional.empty());
        assertRefused(ProblemType.CONFLICT, request, stream, 1_000);
        var again = add(request, stream, 1_000);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.replayed()).isTrue();
        assertThat(versions(stream)).isEmpty();
    }

    @Test
    void anything_thrown_leaves_nothing_behind() throws SQLException {
        var stream = aStream();
        assertThatThrownBy(() -> commands.run(
                        request(),
                        unitOfWork -> {
                            unitOfWork.handle(CounterAggregate.AGGREGATE, stream, new Add(1, 100));
                            throw new IllegalStateException("in the middle");
                        },
                        CommandExecutorTest::refused))
                .hasMessage("in the middle");
        assertThat(versions(stream)).isEmpty();
    }

    @Test
    void commands_on_several_streams_commit_together() throws Exception {
        var one = aStream();
        var other = aStream();
        // Writers name the two streams in either order. Streams are locked in one order, so there is no deadlock.
        together(WRITERS, () -> addToBoth(one, other));
        assertThat(versions(one)).hasSize(WRITERS);
        assertThat(versions(other)).hasSize(WRITERS);
    }

    @Test
    void who_finds_its_own_row_written_meanwhile_decides_again() throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE beside (stream text PRIMARY KEY)");
        }
        var stream = aStream();
        together(WRITERS, () -> addOnceWithRow(stream));
        assertThat(versions(stream)).containsExactly(1);
    }

    @Test
    void who_appends_to_a_version_that_is_not_the_streams_appends_nothing() throws SQLException {
        var stream = aStream();
        add(request(), stream, 1);
        try (var connection = dataSource.getConnection()) {
            var store = new EventStore(connection);
            for (int other : new int[] {0, 2, 7}) {
                assertThat(store.append(stream, other, List.of(counted()), "{}"))
                        .as("expecting %d", other)
                        .isFalse();
            }
        }
        assertThat(versions(stream)).containsExactly(1);
    }

    @Test
    void many_streams_begin_together_or_not_at_all() throws SQLException {
        var one = aStream();
        var other = aStream();
        var taken = aStream();
        add(request(), taken, 1);
        assertThat(begin(one, taken, other)).isFalse();
        assertThat(begin(one, other)).isTrue();
        assertThat(versions(one)).containsExactly(1, 2);
        assertThat(versions(other)).containsExactly(1, 2);
        assertThat(versions(taken)).containsExactly(1);
        add(request(), one, 1);
        assertThat(versions(one)).containsExactly(1, 2, 3);
    }

    /** Creates the streams with two events each. */
    private boolean begin(StreamId... streams) throws SQLException {
        var appends = Stream.of(streams)
                .map(stream -> new EventStore.Append(stream, 0, List.of(counted(), counted())))
                .toList();
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean begun = new EventStore(connection).appendAll(appends, "{}");
            if (begun) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return begun;
        }
    }

    private static EventStore.NewEvent counted() {
        return new EventStore.NewEvent(
                UUID.randomUUID(),
                "counted",
                2,
                JsonNodeFactory.instance.objectNode().put("amount", 1));
    }

    @Test
    void if_match_is_the_version_seen() throws SQLException {
        var stream = aStream();
        add(request(), stream, 2);
        add(new CommandRequest("curator", Optional.empty(), "hash", Optional.of(stream + "@2")), stream, 1);
        assertRefused(
                ProblemType.STALE,
                new CommandRequest("curator", Optional.empty(), "hash", Optional.of(stream + "@2")),
                stream,
                1);
        assertThat(versions(stream)).hasSize(3);
    }

    @Test
    void events_of_an_earlier_shape_are_upcast() throws SQLException {
        var stream = aStream();
        add(request(), stream, 1);
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE event SET schema_version = 1, data = '{\"by\": 40}' WHERE stream_id = ?")) {
            update.setString(1, stream.toString());
            update.executeUpdate();
        }
        assertThat(add(request(), stream, 2).body().get("sum").asInt()).isEqualTo(42);
    }

    private CommandAnswer addOnceWithRow(StreamId stream) {
        return commands.run(
                request(),
                unitOfWork -> {
                    if (unitOfWork.read(CounterAggregate.AGGREGATE, stream) == 0) {
                        unitOfWork.handle(CounterAggregate.AGGREGATE, stream, new Add(1, 100));
                        insertBeside(unitOfWork, stream);
                    }
                    return new CommandAnswer(201, Map.of(), JsonNodeFactory.instance.objectNode());
                },
                CommandExecutorTest::refused);
    }

    private static void insertBeside(UnitOfWork unitOfWork, StreamId stream) {
        try (var insert = unitOfWork.connection().prepareStatement("INSERT INTO beside (stream) VALUES (?)")) {
            insert.setString(1, stream.toString());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private CommandAnswer addToBoth(StreamId one, StreamId other) {
        return commands.run(
                request(),
                unitOfWork -> {
                    boolean forwards = Math.random() < 0.5;
                    unitOfWork.handle(CounterAggregate.AGGREGATE, forwards ? one : other, new Add(1, 100));
                    unitOfWork.handle(CounterAggregate.AGGREGATE, forwards ? other : one, new Add(1, 100));
                    return new CommandAnswer(201, Map.of(), JsonNodeFactory.instance.objectNode());
                },
                CommandExecutorTest::refused);
    }

    private CommandAnswer add(CommandRequest request, StreamId stream, int amount) {
        return commands.run(
                request,
                unitOfWork -> {
                    unitOfWork.handle(CounterAggregate.AGGREGATE, stream, new Add(amount, 100));
                    var body = JsonNodeFactory.instance
                            .objectNode()
                            .put("version", unitOfWork.version(stream))
                            .put("sum", unitOfWork.read(CounterAggregate.AGGREGATE, stream));
                    return new CommandAnswer(201, Map.of(), body);
                },
                CommandExecutorTest::refused);
    }

    private static CommandAnswer refused(Problem problem) {
        return new CommandAnswer(problem.type().status(), Map.of(), JsonNodeFactory.instance.objectNode());
    }

    private void assertRefused(ProblemType type, CommandRequest request, StreamId stream, int amount) {
        assertThatThrownBy(() -> add(request, stream, amount))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static CommandRequest request() {
        return new CommandRequest("curator", Optional.empty(), "hash", Optional.empty());
    }

    private static StreamId aStream() {
        return new StreamId("counter", UUID.randomUUID().toString());
    }

    private static <T> List<T> together(int times, Callable<T> call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(java.util.Collections.nCopies(times, call))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private List<Integer> versions(StreamId stream) throws SQLException {
        return column(stream, "version", Integer.class);
    }

    private List<java.time.OffsetDateTime> instants(StreamId stream) throws SQLException {
        return column(stream, "recorded_at", java.time.OffsetDateTime.class);
    }

    private <T> List<T> column(StreamId stream, String column, Class<T> type) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "SELECT " + column + " FROM event WHERE stream_id = ? ORDER BY version")) {
            select.setString(1, stream.toString());
            var rows = select.executeQuery();
            var values = new ArrayList<T>();
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
            return values;
        }
    }
}
