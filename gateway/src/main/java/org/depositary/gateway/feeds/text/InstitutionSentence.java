package org.depositary.gateway.feeds.text;

import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.changes.FactKey;

/** Writes organs, terms, meetings, relations, contributions, rules and figures as sentences. */
final class InstitutionSentence {

    private InstitutionSentence() {}

    static String of(FactKey fact, StatementText said) {
        return switch (fact.kind()) {
            case "organ" ->
                "%s of %s: %s%s"
                        .formatted(
                                said.name().orElse(said.text("organ")),
                                said.organization(),
                                said.optional("state").orElse("organ"),
                                said.between("effective", "until"));
            case "term" ->
                "%s: %s of %s%s"
                        .formatted(
                                JsonFieldReader.text(said.statement().path("holder"), "name")
                                        .orElse("Unknown holder"),
                                StatementText.words(said.text("office")),
                                said.organization(),
                                said.between("from", "to"));
            case "meeting" ->
                "%s, a meeting of %s%s%s"
                        .formatted(
                                said.optional("title").orElseGet(() -> StatementText.words(said.text("organ"))),
                                said.organization(),
                                said.during("date"),
                                said.place());
            case "relation" ->
                "%s and %s: %s%s"
                        .formatted(
                                said.organization(),
                                said.names().organization(said.text("with")),
                                StatementText.words(said.optional("kind").orElse("relation")),
                                said.between("effective", "until"));
            case "contribution" -> "Contributions to %s%s".formatted(said.organization(), said.during("period"));
            case "rule" ->
                "%s, rule on %s: %s%s"
                        .formatted(
                                said.organization(),
                                said.text("subject"),
                                said.text("rule"),
                                said.between("effective", "until"));
            case "figure" -> figure(said);
            default -> "%s %s".formatted(StatementText.words(fact.kind()), fact.id());
        };
    }

    private static String figure(StatementText said) {
        var value = said.has("value") ? said.statement().path("value").asText() + said.with(" ", "unit") : "unknown";
        return "%s: %s %s%s"
                .formatted(said.party(), StatementText.words(said.text("measure")), value, said.during("date"));
    }
}
