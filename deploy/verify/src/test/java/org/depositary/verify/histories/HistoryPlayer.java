package org.depositary.verify.histories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.depositary.verify.histories.CuratorHttp.Reply;

/**
 * Sends one history step by step and compares each answer with the model.
 *
 * @param <O> the kind of operations
 * @param <S> the state of the model
 */
public abstract class HistoryPlayer<O, S> {

    private final History<O> history;
    private final List<S> states;
    private final List<String> transcript = new ArrayList<>();
    private final WrittenStreams written = new WrittenStreams();
    private final CuratorHttp http;
    private final WriteCounts writes;

    protected HistoryPlayer(History<O> history, S empty, CuratorHttp http, WriteCounts writes) {
        this.history = history;
        this.states = new ArrayList<>(List.of(empty));
        this.http = http;
        this.writes = writes;
    }

    /** Records the facts that the history needs. */
    protected abstract void register();

    /**
     * Sends the operation and compares the answer with the model. Does nothing if the operation is about a fact that
     * does not exist.
     *
     * @return the state after it
     */
    protected abstract S play(O operation, S before);

    /** Reads the ids of facts that imports and undos recorded. */
    protected abstract void learnIds();

    /** The URL of a fact that {@link #register} recorded. */
    protected abstract String registered();

    /** Called when all writes can be read. */
    protected void read(Reply reply) {
        // Most players need nothing from it.
    }

    /** Runs the next step, if any is left. */
    void step() {
        int step = states.size() - 1;
        var before = states.getLast();
        states.add(
                step < history.operations().size() ? play(history.operations().get(step), before) : before);
    }

    /** Waits until all writes since the last call can be read. */
    void awaitRead() {
        var unread = written.unread();
        if (!unread.isEmpty()) {
            var reply = http.getAfter(unread, registered());
            if (reply.status() != 200) {
                throw disagreement("%s cannot be read: %s".formatted(unread, reply.body()));
            }
            written.read();
            read(reply);
        }
        learnIds();
    }

    protected Reply send(OperationRequest request) {
        var reply = http.send(request);
        addToTranscript(request, reply);
        return reply;
    }

    protected void addToTranscript(OperationRequest request, Reply reply) {
        transcript.add(request + "\n    " + reply.status() + " " + reply.body());
        written.add(reply.header("Depositary-Version"));
    }

    /** @param problem the end of its {@code type}, if it is a refusal; otherwise empty */
    protected void expect(Reply reply, int status, String problem) {
        var type = reply.body().path("type").asText();
        if (reply.status() != status || !problem.isEmpty() && !type.equals("/problems/" + problem)) {
            throw disagreement("The last answer should be %d %s".formatted(status, problem));
        }
    }

    /** Returns the report of an import that has ended. */
    protected List<JsonNode> report(String address, String end) {
        var status = http.ended(address);
        var report = http.list(address + "/report?limit=1000");
        transcript.add("    %s: %s".formatted(status, report));
        if (!status.path("status").asText().equals(end)) {
            throw disagreement("The import should be " + end);
        }
        return report;
    }

    /** Adds one event of this stream, as listed in a report. */
    protected void wrote(String stream) {
        written.addOne(stream);
    }

    public ModelDisagreement disagreement(String what) {
        return new ModelDisagreement(this, what);
    }

    /** The steps after which the known facts changed. */
    public List<Integer> changedSteps() {
        return IntStream.range(1, states.size())
                .filter(step -> !states.get(step).equals(states.get(step - 1)))
                .boxed()
                .toList();
    }

    public S state(int step) {
        return states.get(Math.min(step, states.size() - 1));
    }

    public List<S> states() {
        return states;
    }

    public S last() {
        return states.getLast();
    }

    protected CuratorHttp http() {
        return http;
    }

    protected WriteCounts writes() {
        return writes;
    }

    History<O> history() {
        return history;
    }

    String transcript() {
        return String.join("\n", transcript);
    }
}
