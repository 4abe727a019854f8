package org.depositary.verify.histories.memberships;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.depositary.verify.histories.CuratorHttp;
import org.depositary.verify.histories.CuratorHttp.Reply;
import org.depositary.verify.histories.History;
import org.depositary.verify.histories.HistoryPlayer;
import org.depositary.verify.histories.OperationRequest;
import org.depositary.verify.histories.WriteCounts;
import org.depositary.verify.histories.memberships.CuratorOperation.Dissolve;
import org.depositary.verify.histories.memberships.CuratorOperation.ImportFile;
import org.depositary.verify.histories.memberships.CuratorOperation.RecordChanges;
import org.depositary.verify.histories.memberships.CuratorOperation.UndoImport;

/** Sends one history of memberships step by step and compares each answer with the model. */
final class MembershipPlayer extends HistoryPlayer<CuratorOperation, RegisterState> {

    private static final Set<String> RECORDED = Set.of("accepted", "corrected", "retracted");

    private final HistoryIds names;
    private final Set<String> undone = new HashSet<>();
    private Optional<String> beginning = Optional.empty();

    MembershipPlayer(History<CuratorOperation> history, String prefix, CuratorHttp http, WriteCounts writes) {
        super(history, RegisterState.EMPTY, http, writes);
        this.names = new HistoryIds(prefix);
    }

    @Override
    protected void register() {
        for (int organization = 0; organization < HistoryParties.ORGANIZATIONS; organization++) {
            expect(send(OperationRequest.registration(names.organization(organization))), 201, "");
        }
    }

    @Override
    protected RegisterState play(CuratorOperation operation, RegisterState before) {
        var outcome = RegisterModel.answer(before, operation);
        outcome.ifPresent(expected -> {
            var reply = send(MembershipRequests.of(operation, before, names));
            expect(reply, expected.status(), expected.problem());
            writes().note(expected.isAccepted());
            if (expected.isAccepted()) {
                note(operation, reply, expected, before);
            }
        });
        return outcome.map(RegisterModel.Outcome::after).orElse(before);
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
            case UndoImport(int number) -> undone(names.imported(MembershipRequests.imported(number, before)));
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
            throw disagreement("The report of %s should be %s and is %s".formatted(address, expected, report));
        }
        report.stream().filter(MembershipPlayer::isRecorded).forEach(this::wroteIn);
        writes().noteImport(report.stream()
                .map(item -> item.path("outcome").asText())
                .toList());
    }

    /** A known row whose source was new to the fact has a reason, and is an event too. */
    private static boolean isRecorded(JsonNode item) {
        var outcome = item.path("outcome").asText();
        return RECORDED.contains(outcome) || outcome.equals("known") && item.hasNonNull("reason");
    }

    private void undone(String address) {
        var report = report(address, "undone");
        // A second undo of an import changes nothing.
        if (undone.add(address)) {
            var items = report.stream()
                    .filter(item -> item.path("undone").asBoolean())
                    .toList();
            items.forEach(this::wroteIn);
            writes().noteImport(items.stream()
                    .map(item -> "undone " + item.path("outcome").asText())
                    .toList());
        }
    }

    private void wroteIn(JsonNode item) {
        wrote("membership:%s/%s"
                .formatted(
                        item.path("organization").asText(), item.path("party").asText()));
    }

    @Override
    protected String registered() {
        return "/api/organizations/" + names.organization(0);
    }

    @Override
    protected void read(Reply reply) {
        beginning = beginning.or(() -> Optional.of(reply.header("Depositary-Cursor")));
    }

    @Override
    protected void learnIds() {
        if (names.changes() < last().changes().size()) {
            learnNames();
        }
    }

    /** Reads the ids of facts that imports and undos recorded from the change log. */
    private void learnNames() {
        http()
                .list("/api/changes?limit=1000&type=membership-changed&organization=%s,%s&since=%s"
                        .formatted(names.organization(0), names.organization(1), beginning.orElseThrow()))
                .stream()
                .filter(event -> !names.hasChange(said(event, "id")))
                .sorted(Comparator.<JsonNode>comparingInt(event -> names.organization(said(event, "organization")))
                        .thenComparingInt(event -> names.party(said(event, "party")))
                        .thenComparingInt(event -> event.path("sequence").asInt()))
                .forEach(event -> names.addChange(said(event, "id")));
        if (names.changes() != last().changes().size()) {
            throw disagreement("There should be %d changes, and %d are known"
                    .formatted(last().changes().size(), names.changes()));
        }
    }

    private static String said(JsonNode event, String field) {
        return event.path("data").path(field).asText();
    }

    HistoryIds names() {
        return names;
    }
}
