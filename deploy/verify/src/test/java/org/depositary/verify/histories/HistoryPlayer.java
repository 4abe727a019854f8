package org.depositary.verify.histories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.depositary.verify.histories.CuratorHttp.Reply;
import org.depositary.verify.histories.CuratorOperation.Dissolve;
import org.depositary.verify.histories.CuratorOperation.ImportFile;
import org.depositary.verify.histories.CuratorOperation.RecordChanges;
import org.depositary.verify.histories.CuratorOperation.UndoImport;

/** Sends one history step by step and compares each answer with the model. */
final class HistoryPlayer {

    private static final Set<String> RECORDED = Set.of("accepted", "corrected", "retracted");

    private final History history;
    private final HistoryIds names;
    private final CuratorHttp http;
    private final WriteCounts writes;
    private final List<RegisterState> states = new ArrayList<>(List.of(RegisterState.EMPTY));
    private final List<String> told = new ArrayList<>();
    private final WrittenStreams written = new WrittenStreams();
    private final Set<String> undone = new HashSet<>();
    private Optional<String> beginning = Optional.empty();

    HistoryPlayer(History history, String prefix, CuratorHttp http, WriteCounts writes) {
        this.history = history;
        this.names = new HistoryIds(prefix);
        this.http = http;
        this.writes = writes;
    }

    void register() {
        for (int organization = 0; organization < History.ORGANIZATIONS; organization++) {
            var reply = send(OperationRequest.registration(names.organization(organization)));
            hold(reply, 201, "");
        }
    }

    /** Runs the next step, if any is left. */
    void step() {
        int step = states.size() - 1;
        var before = states.getLast();
        var outcome = step < history.operations().size()
                ? RegisterModel.answer(before, history.operations().get(step))
                : Optional.<RegisterModel.Outcome>empty();
        outcome.ifPresent(expected -> {
            var operation = history.operations().get(step);
            var reply = send(OperationRequest.of(operation, before, names));
            hold(reply, expected.status(), expected.problem());
            writes.note(expected.isAccepted());
            if (expected.isAccepted()) {
                note(operation, reply, expected, before);
            }
        });
        states.add(outcome.map(RegisterModel.Outcome::after).orElse(before));
    }

    private void note(CuratorOperation operation, Reply reply, RegisterModel.Outcome expected, RegisterState before) {
        switch (operation) {
            case RecordChanges record -> {
                if (record.drafts().size() == 1) {
                    names.addChange(reply.body().path("id").asText());
                } else {
                    reply.body()
                            .forEach(result -> names.addChange(result.path("id").asText()));
                }
            }
            case Dissolve dissolve ->
                names.addDissolution(reply.body().path("id").asText());
            case ImportFile file -> {
                var address = reply.header("Location");
                names.addImport(address);
                imported(address, expected.report());
            }
            case UndoImport(int number) -> undone(names.imported(OperationRequest.imported(number, before)));
            default -> {
                // The fact keeps its id.
            }
        }
    }

    private void imported(String address, List<String> expected) {
        var report = report(address, "completed");
        var outcomes = report.stream()
                .map(item -> item.path("line").asText("-") + " "
                        + item.path("outcome").asText())
                .sorted()
                .toList();
        if (!outcomes.equals(expected.stream().sorted().toList())) {
            throw new ModelDisagreement(
                    this, "The report of %s should be %s and is %s".formatted(address, expected, report));
        }
        report.stream()
                .filter(item -> RECORDED.contains(item.path("outcome").asText()))
                .forEach(this::wrote);
        writes.noteImport(
                report.stream().map(item -> item.path("outcome").asText()).toList());
    }

    private void undone(String address) {
        var report = report(address, "undone");
        // A second undo of an import changes nothing.
        if (undone.add(address)) {
            var items = report.stream()
                    .filter(item -> item.path("undone").asBoolean())
                    .toList();
            items.forEach(this::wrote);
            writes.noteImport(items.stream()
                    .map(item -> "undone " + item.path("outcome").asText())
                    .toList());
        }
    }

    /** Returns the report of an import that has ended. */
    private List<JsonNode> report(String address, String end) {
        var status = http.ended(address);
        var report = http.list(address + "/report?limit=1000");
        told.add("    %s: %s".formatted(status, report));
        if (!status.path("status").asText().equals(end)) {
            throw new ModelDisagreement(this, "The import should be " + end);
        }
        return report;
    }

    private void wrote(JsonNode item) {
        written.addOne("membership:%s/%s"
                .formatted(
                        item.path("organization").asText(), item.path("party").asText()));
    }

    private Reply send(OperationRequest request) {
        var reply = http.send(request);
        told.add(request + "\n    " + reply.status() + " " + reply.body());
        written.add(reply.header("Depositary-Version"));
        return reply;
    }

    private void hold(Reply reply, int status, String problem) {
        var type = reply.body().path("type").asText();
        if (reply.status() != status || !problem.isEmpty() && !type.equals("/problems/" + problem)) {
            throw new ModelDisagreement(this, "The last answer should be %d %s".formatted(status, problem));
        }
    }

    /** Waits until all writes since the last call can be read. */
    void awaitRead() {
        var unread = written.unread();
        if (!unread.isEmpty()) {
            var reply = http.getAfter(unread, "/api/organizations/" + names.organization(0));
            if (reply.status() != 200) {
                throw new ModelDisagreement(this, "%s cannot be read: %s".formatted(unread, reply.body()));
            }
            written.read();
            beginning = beginning.or(() -> Optional.of(reply.header("Depositary-Cursor")));
        }
        if (names.changes() < states.getLast().changes().size()) {
            learnNames();
        }
    }

    /** Reads the ids of facts that imports and undos recorded from the change log. */
    private void learnNames() {
        http
                .list("/api/changes?limit=1000&type=membership-changed&organization=%s,%s&since=%s"
                        .formatted(names.organization(0), names.organization(1), beginning.orElseThrow()))
                .stream()
                .filter(event -> !names.hasChange(said(event, "id")))
                .sorted(Comparator.<JsonNode>comparingInt(event -> names.organization(said(event, "organization")))
                        .thenComparingInt(event -> names.party(said(event, "party")))
                        .thenComparingInt(event -> event.path("sequence").asInt()))
                .forEach(event -> names.addChange(said(event, "id")));
        if (names.changes() != states.getLast().changes().size()) {
            throw new ModelDisagreement(
                    this,
                    "There should be %d changes, and %d are known"
                            .formatted(states.getLast().changes().size(), names.changes()));
        }
    }

    private static String said(JsonNode event, String field) {
        return event.path("data").path(field).asText();
    }

    /** The steps after which the known facts changed. */
    List<Integer> turns() {
        return IntStream.range(1, states.size())
                .filter(step -> !states.get(step).equals(states.get(step - 1)))
                .boxed()
                .toList();
    }

    RegisterState state(int step) {
        return states.get(Math.min(step, states.size() - 1));
    }

    List<RegisterState> states() {
        return states;
    }

    HistoryIds names() {
        return names;
    }

    History history() {
        return history;
    }

    String told() {
        return String.join("\n", told);
    }
}
