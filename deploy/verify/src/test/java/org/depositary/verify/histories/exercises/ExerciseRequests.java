package org.depositary.verify.histories.exercises;

import static org.depositary.verify.histories.OperationRequest.REASON;
import static org.depositary.verify.histories.OperationRequest.post;
import static org.depositary.verify.histories.OperationRequest.reasoned;
import static org.depositary.verify.histories.OperationRequest.sources;
import static org.depositary.verify.histories.exercises.ExercisesState.MEMBERS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.verify.histories.OperationRequest;
import org.depositary.verify.histories.exercises.ExerciseOperation.AddSource;
import org.depositary.verify.histories.exercises.ExerciseOperation.ClaimOtherwise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.CorrectStep;
import org.depositary.verify.histories.exercises.ExerciseOperation.Draft;
import org.depositary.verify.histories.exercises.ExerciseOperation.ImportRows;
import org.depositary.verify.histories.exercises.ExerciseOperation.Merge;
import org.depositary.verify.histories.exercises.ExerciseOperation.MergeBothWays;
import org.depositary.verify.histories.exercises.ExerciseOperation.PreferClaim;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RecordSteps;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractParticipation;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractPhase;
import org.depositary.verify.histories.exercises.ExerciseOperation.RetractStep;
import org.depositary.verify.histories.exercises.ExerciseOperation.Row;
import org.depositary.verify.histories.exercises.ExerciseOperation.StepDraft;
import org.depositary.verify.histories.exercises.ExerciseOperation.UndoImport;
import org.depositary.verify.histories.exercises.ExerciseOperation.Unmerge;
import org.depositary.verify.histories.exercises.ExerciseOperation.VerifyExercise;
import org.depositary.verify.histories.exercises.ExerciseOperation.WithdrawClaim;
import org.depositary.verify.histories.exercises.ExercisesState.Participant;
import org.depositary.verify.histories.exercises.ExercisesState.Troops;

/** Converts an operation to its HTTP request. */
record ExerciseRequests(ExercisesState state, HistoryFacts facts) {

    OperationRequest of(ExerciseOperation operation) {
        return switch (operation) {
            case RecordExercise(var draft) -> post("/api/exercises", body(draft));
            case CorrectExercise correction -> post(exercise(correction.exercise()) + "/corrections", body(correction));
            case RetractExercise(int drawn) -> reasoned(exercise(drawn) + "/retraction");
            case AddSource(int drawn) ->
                post(
                        exercise(drawn) + "/sources",
                        Map.of(
                                "title",
                                ExercisesModel.addedSource(state.exercises().get(number(drawn)))));
            case VerifyExercise(int drawn) -> post(exercise(drawn) + "/verification", Map.of());
            case ClaimOtherwise claim -> post(exercise(claim.exercise()) + "/claims", body(claim));
            case PreferClaim(int drawn, int claim) -> reasoned(claim(drawn, claim) + "/preference");
            case WithdrawClaim(int drawn, int claim) -> reasoned(claim(drawn, claim) + "/withdrawal");
            case RecordSteps(int drawn, var steps) ->
                steps.size() == 1
                        ? post(exercise(drawn) + "/" + steps.getFirst().kind(), body(steps.getFirst()))
                        : post(
                                exercise(drawn) + "/steps",
                                steps.stream().map(this::bodyWithKind).toList());
            case CorrectStep(int drawn, String effective) ->
                post(step(drawn) + "/corrections", Map.of("effective", effective, "reason", REASON));
            case RetractStep(int drawn) -> reasoned(step(drawn) + "/retraction");
            case RecordParticipation record -> post(exercise(record.exercise()) + "/participants", body(record));
            case CorrectParticipation correction ->
                post(participation(correction.participation()) + "/corrections", body(correction));
            case RetractParticipation(int drawn) -> reasoned(participation(drawn) + "/retraction");
            case RecordPhase phase -> post(exercise(phase.exercise()) + "/phases", body(phase));
            case CorrectPhase(int drawn, int days) ->
                post(phase(drawn) + "/corrections", Map.of("days", days, "reason", REASON));
            case RetractPhase(int drawn) -> reasoned(phase(drawn) + "/retraction");
            case Merge(int drawn, int into) -> merge(drawn, into);
            case MergeBothWays both -> throw new IllegalArgumentException("Two requests: " + both);
            case Unmerge(int drawn) -> reasoned(exercise(drawn) + "/unmerge");
            case ImportRows file ->
                OperationRequest.importOf("exercises?set=" + facts.set(), csv(ExerciseImportModel.file(state, file)));
            case UndoImport(int drawn) -> OperationRequest.undo(imported(drawn));
        };
    }

    OperationRequest merge(int drawn, int into) {
        return post(exercise(drawn) + "/merge", Map.of("into", facts.exercise(number(into))));
    }

    String imported(int drawn) {
        return facts.imported(drawn % state.set().imports().size());
    }

    private int number(int drawn) {
        return drawn % state.exercises().size();
    }

    private String exercise(int drawn) {
        return HistoryFacts.EXERCISES + facts.exercise(number(drawn));
    }

    private String claim(int drawn, int claim) {
        var fact = state.exercises().get(number(drawn));
        return "%s/claims/%d".formatted(exercise(drawn), ExerciseClaimModel.drawn(fact, claim));
    }

    private String phase(int drawn) {
        return facts.phase(drawn % state.phases().size());
    }

    private String step(int drawn) {
        return facts.step(drawn % state.steps().size());
    }

    private String participation(int drawn) {
        return facts.participation(drawn % state.participations().size());
    }

    private Map<String, Object> body(Draft draft) {
        int number = state.exercises().size();
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Drill " + number);
        body.put("kind", draft.kind());
        body.put("status", draft.status());
        draft.series().ifPresent(series -> body.put("series", series));
        body.put(
                "organizations",
                draft.organizations().stream().map(facts::organization).toList());
        body.put("dates", draft.dates());
        body.put("participants", draft.participants().stream().map(this::body).toList());
        draft.strength().ifPresent(troops -> body.put("strength", body(troops)));
        body.put("sources", sources(ExercisesModel.firstSource(number)));
        return body;
    }

    private static Map<String, Object> body(CorrectExercise correction) {
        var body = fields(correction.status(), correction.dates(), correction.strength());
        body.put("reason", REASON);
        return body;
    }

    private Map<String, Object> body(ClaimOtherwise claim) {
        var fact = state.exercises().get(number(claim.exercise()));
        return Map.of(
                claim.holds() ? "value" : "holds",
                claim.holds() ? fields(claim.status(), claim.dates(), claim.strength()) : false,
                "sources",
                sources(ExerciseClaimModel.source(fact)));
    }

    private static Map<String, Object> fields(
            Optional<String> status, Optional<String> dates, Optional<Troops> strength) {
        var fields = new LinkedHashMap<String, Object>();
        status.ifPresent(value -> fields.put("status", value));
        dates.ifPresent(value -> fields.put("dates", value));
        strength.ifPresent(troops -> fields.put("strength", body(troops)));
        return fields;
    }

    private static Map<String, Object> body(RecordPhase phase) {
        var body = new LinkedHashMap<String, Object>();
        body.put("place", Map.of("name", phase.place()));
        phase.dates().ifPresent(dates -> body.put("dates", dates));
        phase.days().ifPresent(days -> body.put("days", days));
        body.put("sources", sources("A report"));
        return body;
    }

    private Map<String, Object> body(Participant participant) {
        var body = new LinkedHashMap<String, Object>();
        boolean isMembers = participant.party().equals(MEMBERS);
        body.put(isMembers ? "members-of" : "party", isMembers ? facts.organization() : participant.party());
        body.put("role", participant.role());
        participant.strength().ifPresent(troops -> body.put("strength", body(troops)));
        return body;
    }

    private static Map<String, Object> body(Troops troops) {
        var body = new LinkedHashMap<String, Object>();
        troops.min().ifPresent(min -> body.put("min", min));
        troops.max().ifPresent(max -> body.put("max", max));
        return body;
    }

    private static Map<String, Object> body(StepDraft step) {
        var body = new LinkedHashMap<String, Object>();
        body.put("effective", step.effective());
        step.dates().ifPresent(dates -> body.put("dates", dates));
        body.put("sources", sources("A report"));
        return body;
    }

    private Map<String, Object> bodyWithKind(StepDraft step) {
        var body = body(step);
        body.put("step", step.kind());
        return body;
    }

    private Map<String, Object> body(RecordParticipation record) {
        var body = body(record.participant());
        record.joined().ifPresent(joined -> body.put("joined", joined));
        record.left().ifPresent(left -> body.put("left", left));
        body.put("sources", sources("A report"));
        return body;
    }

    private static Map<String, Object> body(CorrectParticipation correction) {
        var body = new LinkedHashMap<String, Object>();
        correction.role().ifPresent(role -> body.put("role", role));
        correction.strength().ifPresent(troops -> body.put("strength", body(troops)));
        correction.left().ifPresent(left -> body.put("left", left));
        body.put("reason", REASON);
        return body;
    }

    private String csv(List<Row> rows) {
        return rows.stream()
                .map(row -> String.join(
                        ",",
                        row.key().map(String::valueOf).orElse(""),
                        row.key().map(key -> "Row " + key).orElse(""),
                        row.status().orElse(""),
                        row.start(),
                        row.end().orElse(""),
                        facts.organization(),
                        String.join(";", row.parties().stream().map(this::code).toList()),
                        number(row.strength().flatMap(Troops::min)),
                        number(row.strength().flatMap(Troops::max)),
                        ExercisesState.FILE))
                .collect(Collectors.joining(
                        "\n",
                        "id,name,status,start,end,organization,participants,strength_min,strength_max,source\n",
                        "\n"));
    }

    private String code(String party) {
        return party.equals(MEMBERS) ? facts.organization() : party;
    }

    private static String number(Optional<Long> persons) {
        return persons.map(String::valueOf).orElse("");
    }
}
