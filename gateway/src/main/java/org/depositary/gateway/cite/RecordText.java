package org.depositary.gateway.cite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.feeds.text.DateText;
import org.depositary.gateway.feeds.text.FactSentence;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.feeds.text.SpanSentence;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.changes.FactKey;

/**
 * The texts of one record.
 *
 * @param record its kind and id
 * @param subject the fact or document that it is, or is a part of
 * @param answer its JSON
 * @param statement the statement of the subject; empty for a state
 */
record RecordText(FactKey record, FactKey subject, JsonNode answer, JsonNode statement, NameLookup names) {

    String title() {
        return switch (record.kind()) {
            case "organization", "instrument", "party" -> field("name").orElse(record.id());
            case "exercise" -> field("label").orElse(record.id());
            case "document" -> document();
            case "passage" ->
                "%s, passage %s".formatted(document(), field("anchor").orElse(""));
            default -> sentence();
        };
    }

    String sentence() {
        if (isState()) {
            return "%s is a party of this register".formatted(field("name").orElse(record.id()));
        }
        return record.kind().equals("membership")
                ? SpanSentence.of(answer, names)
                : FactSentence.of(subject, statement, names);
    }

    /** A later event that only adds a source counts, too, unless the read says when the statement changed. */
    Optional<String> lastChanged() {
        return field("lastChanged").or(() -> JsonFieldReader.elements(answer.path("recordings"))
                .map(recording -> recording.path("recordedAt").asText())
                .max(Comparator.naturalOrder()));
    }

    CitedRecord citation(String register, String version, PinnedAddress address) {
        boolean isText = subject.kind().equals("document");
        return new CitedRecord(
                key(),
                type(),
                title(),
                isText ? said("author") : isInstrument() ? Optional.empty() : Optional.of(register),
                issued(),
                register,
                isText ? said("publisher") : Optional.empty(),
                isText ? said("place") : Optional.empty(),
                record.kind().equals("passage") ? field("pageLabel").or(() -> field("page")) : Optional.empty(),
                language(isText),
                Optional.of(version).filter(text -> !text.isEmpty()),
                notes(),
                address);
    }

    /** Names are in the language of the reader, sentences in English. */
    private Optional<String> language(boolean isText) {
        return switch (record.kind()) {
            case "organization", "instrument", "party" -> Optional.empty();
            default -> isText ? said("language") : Optional.of("en");
        };
    }

    private String key() {
        var anchor = record.kind().equals("passage") ? "-" + field("anchor").orElse("") : "";
        return (record.kind() + "-" + record.id() + anchor).replaceAll("[^A-Za-z0-9.-]", "-");
    }

    private String type() {
        return isInstrument() ? "treaty" : subject.kind().equals("document") ? "document" : CitedRecord.ENTRY;
    }

    private Optional<String> issued() {
        return switch (subject.kind()) {
            case "document" -> said("date");
            case "instrument" ->
                List.of("signed", "adopted", "inForce").stream()
                        .flatMap(name -> JsonFieldReader.text(statement.path("dates"), name).stream())
                        .findFirst();
            default -> lastChanged().map(RecordText::day);
        };
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        addEnd(notes, "Retracted", answer.path("retracted"));
        addEnd(notes, "Taken down", answer.path("takenDown"));
        if (!answer.path("retracted").isObject()) {
            field("recordedUntil")
                    .ifPresent(at -> notes.add("The register stopped stating this " + DateText.point(day(at))));
        }
        if (answer.path("disputed").asBoolean()) {
            notes.add("Sources disagree about this");
        }
        if (answer.has("holds") && !answer.path("holds").asBoolean()) {
            notes.add("The preferred source says that this never happened");
        }
        return notes;
    }

    private static void addEnd(List<String> notes, String what, JsonNode end) {
        if (end.isObject() && !end.has("lifted")) {
            notes.add("%s %s: %s"
                    .formatted(
                            what,
                            DateText.point(day(end.path("recordedAt").asText())),
                            end.path("reason").asText()));
        }
    }

    private String document() {
        return names.document(subject.id()).orElse("Document " + subject.id());
    }

    private boolean isInstrument() {
        return subject.kind().equals("instrument");
    }

    private boolean isState() {
        return record.kind().equals("party") && statement.isEmpty();
    }

    private Optional<String> field(String name) {
        return JsonFieldReader.text(answer, name).filter(text -> !text.isEmpty());
    }

    private Optional<String> said(String name) {
        return JsonFieldReader.text(statement, name).filter(text -> !text.isEmpty());
    }

    private static String day(String instant) {
        return instant.substring(0, "2026-11-29".length());
    }
}
