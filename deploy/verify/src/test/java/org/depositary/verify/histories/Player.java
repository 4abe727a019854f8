package org.depositary.verify.histories;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.depositary.verify.histories.Http.Reply;
import org.depositary.verify.histories.Operation.Dissolve;
import org.depositary.verify.histories.Operation.RecordChanges;

/** Sends one history, step by step, and holds each answer against the model. */
final class Player {

    private final History history;
    private final Names names;
    private final Http http;
    private final Writes writes;
    private final List<State> states = new ArrayList<>(List.of(State.EMPTY));
    private final List<String> told = new ArrayList<>();
    private final Set<String> unread = new LinkedHashSet<>();

    Player(History history, String prefix, Http http, Writes writes) {
        this.history = history;
        this.names = new Names(prefix);
        this.http = http;
        this.writes = writes;
    }

    void register() {
        for (int organization = 0; organization < History.ORGANIZATIONS; organization++) {
            var reply = send(Request.registration(names.organization(organization)));
            hold(reply, 201, "");
        }
    }

    /** The next step; after the last one nothing happens. */
    void step() {
        int step = states.size() - 1;
        var before = states.getLast();
        var outcome = step < history.operations().size()
                ? Model.answer(before, history.operations().get(step))
                : Optional.<Model.Outcome>empty();
        outcome.ifPresent(expected -> {
            var operation = history.operations().get(step);
            var reply = send(Request.of(operation, before, names));
            hold(reply, expected.status(), expected.problem());
            writes.note(expected.isAccepted());
            if (expected.isAccepted()) {
                note(operation, reply);
            }
        });
        states.add(outcome.map(Model.Outcome::after).orElse(before));
    }

    private void note(Operation operation, Reply reply) {
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
            default -> {
                // The fact keeps its name.
            }
        }
    }

    private Reply send(Request request) {
        var reply = http.send(request.method(), request.path(), request.body());
        told.add(request + "\n    " + reply.status() + " " + reply.body());
        var version = reply.header("Depositary-Version");
        if (!version.isEmpty()) {
            unread.add(version);
        }
        return reply;
    }

    private void hold(Reply reply, int status, String problem) {
        var type = reply.body().path("type").asText();
        if (reply.status() != status || !problem.isEmpty() && !type.equals("/problems/" + problem)) {
            throw new Disagreement(this, "The last answer should be %d %s".formatted(status, problem));
        }
    }

    /** Waits until what was written since the last time can be read. */
    void awaitRead() {
        if (!unread.isEmpty()) {
            var reply = http.get(
                    "/api/organizations/" + names.organization(0),
                    "Depositary-After",
                    String.join(", ", unread),
                    "Prefer",
                    "wait=30");
            if (reply.status() != 200) {
                throw new Disagreement(this, "%s cannot be read: %s".formatted(unread, reply.body()));
            }
            unread.clear();
        }
    }

    /** The steps by which something became known. */
    List<Integer> turns() {
        return IntStream.range(1, states.size())
                .filter(step -> !states.get(step).equals(states.get(step - 1)))
                .boxed()
                .toList();
    }

    State state(int step) {
        return states.get(Math.min(step, states.size() - 1));
    }

    List<State> states() {
        return states;
    }

    Names names() {
        return names;
    }

    History history() {
        return history;
    }

    String told() {
        return String.join("\n", told);
    }
}
