package org.depositary.verify.histories.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.testing.Waiting;
import org.depositary.verify.histories.CuratorHttp;
import org.depositary.verify.histories.CuratorHttp.Reply;
import org.depositary.verify.histories.History;
import org.depositary.verify.histories.HistoryPlayer;
import org.depositary.verify.histories.OperationRequest;
import org.depositary.verify.histories.WriteCounts;
import org.depositary.verify.histories.exercises.ExerciseOperation.ImportRows;
import org.depositary.verify.histories.exercises.ExerciseOperation.Merge;
import org.depositary.verify.histories.exercises.ExerciseOperation.MergeBothWays;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordSteps;
import org.depositary.verify.histories.exercises.ExerciseOperation.UndoImport;
import org.depositary.verify.histories.exercises.ExercisesModel.Outcome;

/** Sends one history of exercises step by step and compares each answer with the model. */
final class ExercisePlayer extends HistoryPlayer<ExerciseOperation, ExercisesState> {

    private static final Set<String> RECORDED = Set.of("accepted", "corrected", "retracted");

    private final HistoryFacts facts;
    private final Set<String> undone = new HashSet<>();

    ExercisePlayer(History<ExerciseOperation> history, String prefix, CuratorHttp http, WriteCounts writes) {
        super(history, ExercisesState.EMPTY, http, writes);
        this.facts = new HistoryFacts(prefix);
    }

    @Override
    protected void register() {
        var organization = facts.organization();
        expect(send(OperationRequest.registration(organization)), 201, "");
        var changes = HistoryMembers.ALL.stream()
                .flatMap(member -> Stream.concat(
                        Stream.of(change(member.party(), "accession", member.since(), member.covers())),
                        member.until().stream()
                                .map(until -> change(member.party(), "withdrawal", until, Optional.empty()))))
                .toList();
        expect(
                send(OperationRequest.post(
                        "/api/organizations/%s/membership-changes".formatted(organization), changes)),
                201,
                "");
    }

    private static Map<String, Object> change(String party, String change, String effective, Optional<String> covers) {
        var body = new HashMap<String, Object>(Map.of(
                "party", party,
                "change", change,
                "effective", effective,
                "sources", OperationRequest.sources("Its statute")));
        covers.ifPresent(interval -> body.put("covers", interval));
        return body;
    }

    @Override
    protected String registered() {
        return "/api/organizations/" + facts.organization();
    }

    @Override
    protected ExercisesState play(ExerciseOperation operation, ExercisesState before) {
        if (operation instanceof MergeBothWays both) {
            return before.exercises().isEmpty() ? before : mergeBothWays(both, before);
        }
        var outcome = ExercisesModel.answer(before, operation);
        outcome.ifPresent(expected -> {
            var reply = send(new ExerciseRequests(before, facts).of(operation));
            expect(reply, expected.status(), expected.problem());
            writes().note(expected.isAccepted());
            if (expected.isAccepted()) {
                note(operation, reply, expected, before);
            }
        });
        return outcome.map(Outcome::after).orElse(before);
    }

    /** The result must be that of one order of the two merges. */
    private ExercisesState mergeBothWays(MergeBothWays both, ExercisesState before) {
        var requests = new ExerciseRequests(before, facts);
        var one = requests.merge(both.one(), both.other());
        var other = requests.merge(both.other(), both.one());
        var first = CompletableFuture.supplyAsync(() -> http().send(one));
        var second = http().send(other);
        addToTranscript(one, first.join());
        addToTranscript(other, second);
        var statuses = List.of(first.join().status(), second.status());
        var there = new Merge(both.one(), both.other());
        var back = new Merge(both.other(), both.one());
        var oneFirst = inOrder(before, there, back);
        var otherFirst = inOrder(before, back, there);
        statuses.forEach(status -> writes().note(status == 201));
        if (statuses.equals(
                List.of(oneFirst.getFirst().status(), oneFirst.getLast().status()))) {
            return oneFirst.getLast().after();
        }
        if (statuses.equals(
                List.of(otherFirst.getLast().status(), otherFirst.getFirst().status()))) {
            return otherFirst.getLast().after();
        }
        throw disagreement("No order of the two merges is answered with " + statuses);
    }

    private static List<Outcome> inOrder(ExercisesState before, Merge first, Merge second) {
        var one = ExercisesModel.answer(before, first).orElseThrow();
        return List.of(one, ExercisesModel.answer(one.after(), second).orElseThrow());
    }

    private void note(ExerciseOperation operation, Reply reply, Outcome expected, ExercisesState before) {
        switch (operation) {
            case RecordExercise record -> facts.addExercise(before.exercises().size(), id(reply.body()));
            case RecordSteps(int exercise, var steps) -> {
                if (steps.size() == 1) {
                    facts.addStep(id(reply.body()));
                } else {
                    reply.body().forEach(result -> facts.addStep(id(result)));
                }
            }
            case RecordPhase record -> facts.addPhase(id(reply.body()));
            case RecordParticipation record -> facts.addParticipation(id(reply.body()));
            case ImportRows file -> {
                var address = reply.header("Location");
                facts.addImport(address);
                imported(address, expected);
            }
            case UndoImport(int drawn) -> undone(new ExerciseRequests(before, facts).imported(drawn));
            default -> {
                // No new id.
            }
        }
    }

    private static String id(JsonNode result) {
        return result.path("id").asText();
    }

    private void imported(String address, Outcome expected) {
        var report = report(address, "completed");
        var outcomes = report.stream()
                .map(item -> item.path("line").asText("-") + " "
                        + item.path("outcome").asText())
                .sorted()
                .toList();
        if (!outcomes.equals(expected.report().stream().sorted().toList())) {
            throw disagreement("The report of %s should be %s and is %s".formatted(address, expected.report(), report));
        }
        report.stream()
                .filter(item -> RECORDED.contains(item.path("outcome").asText()))
                .forEach(this::wroteIn);
        report.stream()
                .filter(item -> item.path("outcome").asText().equals("accepted"))
                .forEach(item -> expected.after().set().said().entrySet().stream()
                        .filter(said -> item.path("record").asText().equals(String.valueOf(said.getKey())))
                        .forEach(said -> facts.addExercise(said.getValue().exercise(), exerciseOf(item))));
        writes().noteImport(report.stream()
                .map(item -> item.path("outcome").asText())
                .toList());
    }

    private void undone(String address) {
        var report = report(address, "undone");
        // A second undo of an import changes nothing.
        if (undone.add(address)) {
            var items = report.stream()
                    .filter(item -> item.path("undone").asBoolean())
                    .toList();
            // A retracted exercise was recorded again, in another stream.
            items.stream()
                    .filter(item -> !item.path("outcome").asText().equals("retracted"))
                    .forEach(this::wroteIn);
            writes().noteImport(items.stream()
                    .map(item -> "undone " + item.path("outcome").asText())
                    .toList());
        }
    }

    private static String exerciseOf(JsonNode item) {
        return item.path("fact").asText().substring(HistoryFacts.EXERCISES.length());
    }

    private void wroteIn(JsonNode item) {
        wrote("exercise:" + exerciseOf(item));
    }

    /** Reads the ids of exercises that an undo recorded again. Their names have their ids in the set. */
    @Override
    protected void learnIds() {
        var unknown = IntStream.range(0, last().exercises().size())
                .filter(number -> !facts.hasExercise(number))
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            var recorded = Waiting.await().until(this::unknownExercises, found -> found.size() >= unknown.size());
            last().set().said().forEach((key, said) -> recorded.stream()
                    .filter(item -> unknown.contains(said.exercise())
                            && item.path("name").asText().equals("Row " + key))
                    .forEach(item -> facts.addExercise(said.exercise(), id(item))));
        }
        unknown.stream()
                .filter(number -> !facts.hasExercise(number))
                .findFirst()
                .ifPresent(number -> {
                    throw disagreement("Exercise %d is not recorded again".formatted(number));
                });
    }

    private List<JsonNode> unknownExercises() {
        return http().list("/api/exercises?limit=1000&organization=" + facts.organization()).stream()
                .filter(item -> !facts.hasExercise(id(item)))
                .toList();
    }

    HistoryFacts facts() {
        return facts;
    }
}
