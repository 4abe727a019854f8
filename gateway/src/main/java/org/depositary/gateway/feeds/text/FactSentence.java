package org.depositary.gateway.feeds.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.depositary.gateway.read.changes.FactKey;

/** Writes a fact as one English sentence without its full stop: who, what and when. */
public final class FactSentence {

    private static final Map<String, String> MEMBERSHIP = Map.ofEntries(
            Map.entry("accession", "%s became a member of %s"),
            Map.entry("guest-status", "%s became a guest of %s"),
            Map.entry("observer-status", "%s became an observer of %s"),
            Map.entry("dialogue-partner-status", "%s became a dialogue partner of %s"),
            Map.entry("associate-status", "%s became an associate of %s"),
            Map.entry("suspension", "%s was suspended from %s"),
            Map.entry("reinstatement", "%s was reinstated in %s"),
            Map.entry("withdrawal", "%s left %s"),
            Map.entry("expulsion", "%s was expelled from %s"),
            Map.entry("lapse", "The status of %s in %s ended"),
            Map.entry("interest", "%s said that it is interested in %s"),
            Map.entry("application", "%s applied to %s"),
            Map.entry("refusal", "The application of %s to %s was refused"),
            Map.entry("application-withdrawal", "%s withdrew its application to %s"));

    private FactSentence() {}

    public static String of(FactKey fact, JsonNode statement, NameLookup names) {
        var said = new StatementText(statement, names);
        return switch (fact.kind()) {
            case "membership-change" -> membership(said);
            case "organization" ->
                said.name().orElse(fact.id())
                        + said.optional("founded")
                                .map(date -> " was founded " + DateText.point(date))
                                .orElse(" is registered");
            case "organization-change" -> organizationChange(said);
            case "import-set-coverage" ->
                "The data set %s speaks for the time %s".formatted(fact.id(), said.text("covers"));
            case "document" -> "Document: " + names.document(fact.id()).orElse(fact.id());
            case "instrument", "act" -> instrument(fact, said);
            case "exercise", "exercise-step", "participation", "exercise-phase", "exercise-purpose", "exercise-merge" ->
                ExerciseSentence.of(fact, said);
            default -> InstitutionSentence.of(fact, said);
        };
    }

    private static String membership(StatementText said) {
        var change = said.text("change");
        var form = MEMBERSHIP.getOrDefault(change, "%s: " + StatementText.words(change) + " in %s");
        return form.formatted(said.party(), said.organization()) + said.at("effective");
    }

    private static String organizationChange(StatementText said) {
        var organization = said.organization();
        if (said.statement().path("dissolved").asBoolean()) {
            return "%s was dissolved%s%s"
                    .formatted(
                            organization,
                            said.at("effective"),
                            said.optional("successor")
                                    .map(id ->
                                            " and succeeded by " + said.names().organization(id))
                                    .orElse(""));
        }
        return said.name()
                        .map(name -> "%s took the name %s".formatted(organization, name))
                        .orElse("%s changed".formatted(organization))
                + said.at("effective");
    }

    private static String instrument(FactKey fact, StatementText said) {
        if (fact.kind().equals("act")) {
            return "%s: %s of %s%s"
                    .formatted(
                            said.party(),
                            StatementText.words(said.text("act")),
                            said.names().instrument(said.text("instrument")),
                            said.at("effective"));
        }
        var dates = new StatementText(said.statement().path("dates"), said.names());
        var signed = dates.has("signed")
                ? ", signed" + dates.at("signed")
                : dates.has("adopted") ? ", adopted" + dates.at("adopted") : "";
        return "%s%s%s".formatted(said.name().orElse(fact.id()), said.with(", a ", "type"), signed);
    }
}
