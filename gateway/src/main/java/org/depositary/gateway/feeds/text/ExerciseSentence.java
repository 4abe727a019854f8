package org.depositary.gateway.feeds.text;

import org.depositary.gateway.read.changes.FactKey;

/** Writes the facts about exercises as sentences. */
final class ExerciseSentence {

    private ExerciseSentence() {}

    static String of(FactKey fact, StatementText said) {
        var exercise = said.names().exercise(said.text("exercise"));
        return switch (fact.kind()) {
            case "exercise-step" ->
                "%s: %s%s%s"
                        .formatted(
                                exercise,
                                StatementText.words(said.text("step")),
                                said.at("effective"),
                                said.optional("dates")
                                        .map(dates -> ", planned " + DateText.period(dates))
                                        .orElse(""));
            case "participation" ->
                "%s took part in %s as %s%s"
                        .formatted(
                                said.party(),
                                exercise,
                                StatementText.words(said.text("role")),
                                said.between("joined", "left"));
            case "exercise-phase" -> "%s: a phase%s%s".formatted(exercise, said.place(), said.during("dates"));
            case "exercise-purpose" ->
                "%s: its %s purpose is: %s".formatted(exercise, said.text("view"), said.text("text"));
            case "exercise-merge" -> "Two records of %s are the same exercise".formatted(exercise);
            default -> exercise(said);
        };
    }

    private static String exercise(StatementText said) {
        var organizations = said.organizations();
        return "%s: %s%s%s"
                .formatted(
                        said.optional("name").orElse("An exercise without a name"),
                        StatementText.words(said.optional("kind").orElse("exercise")),
                        organizations.isEmpty() ? "" : " of " + organizations,
                        said.during("dates"));
    }
}
