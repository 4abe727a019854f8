package org.depositary.gateway.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.edge.PublicUrl;
import org.depositary.gateway.feeds.formats.FeedEntry;
import org.depositary.gateway.feeds.formats.Tombstone;
import org.depositary.gateway.feeds.text.ChangeText;
import org.depositary.gateway.feeds.text.EntryContent;
import org.depositary.gateway.feeds.text.FactSentence;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.feeds.text.UrlPart;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersion;
import org.depositary.gateway.read.changes.LoggedChange;

/**
 * Makes entries of changes.
 *
 * @param facts the facts as they were after their newest change on the page
 */
record EntryMaker(Map<FactKey, FactVersion> facts, NameLookup names, PublicUrl url) {

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** @param changes the changes of the subject on this page, the newest first */
    FeedEntry entry(EntrySubject subject, List<LoggedChange> changes) {
        var newest = changes.getFirst();
        var text = changes.stream()
                .map(ChangeText::new)
                .filter(ChangeText::isSignificant)
                .findFirst()
                .orElseGet(() -> new ChangeText(newest));
        var fact = subject.fact().map(facts::get);
        var sentence = subject.fact()
                .map(key ->
                        FactSentence.of(key, fact.map(FactVersion::statement).orElse(NOTHING), names))
                .orElseGet(() -> "%s of %s".formatted(newest.eventName(), newest.streamId()));
        var content = new EntryContent(sentence, names, url::link);
        boolean isRetraction = isRetraction(newest);
        return new FeedEntry(
                isRetraction ? EntryIds.ofRetraction(newest.eventId()) : subject.entryId(),
                text.title(sentence),
                isRetraction
                        ? newest.recordedAt()
                        : fact.flatMap(FactVersion::firstRecordedAt).orElse(newest.recordedAt()),
                updated(text, fact),
                subject.path().map(url::link),
                content.passages(fact).stream().map(url::link).toList(),
                newest.organizations().stream()
                        .map(id -> url.link("/api/organizations/" + UrlPart.encoded(id)))
                        .toList(),
                categories(subject, newest, text.action()),
                content.html(fact, changes, subject.path()),
                Optional.of(forPrograms(newest, fact)));
    }

    /** When the shown change was recorded. For a verification, when the fact last changed. */
    private static Instant updated(ChangeText shown, Optional<FactVersion> fact) {
        var recordedAt = shown.change().recordedAt();
        return shown.isSignificant()
                ? recordedAt
                : fact.map(FactVersion::changedAt).orElse(recordedAt);
    }

    static boolean isRetraction(LoggedChange change) {
        return new ChangeText(change).action().equals("retracted");
    }

    static Tombstone tombstone(EntrySubject subject, LoggedChange retraction) {
        return new Tombstone(subject.entryId(), retraction.recordedAt(), new ChangeText(retraction).reason());
    }

    private static List<String> categories(EntrySubject subject, LoggedChange change, String action) {
        var categories = new ArrayList<>(List.of(subject.kind()));
        Stream.of(action).filter(name -> !name.isEmpty()).forEach(categories::add);
        change.organizations().forEach(id -> categories.add("organization:" + id));
        change.parties().forEach(code -> categories.add("party:" + code));
        return categories;
    }

    private static JsonNode forPrograms(LoggedChange change, Optional<FactVersion> fact) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("cursor", change.cursor().toString())
                .put("event", change.eventId().toString())
                .put("type", change.type())
                .put("subject", change.streamId());
        var organizations = json.putArray("organizations");
        change.organizations().forEach(organizations::add);
        var parties = json.putArray("parties");
        change.parties().forEach(parties::add);
        change.factChange().ifPresent(said -> json.set("factChange", said));
        fact.ifPresent(known -> json.set("statement", known.statement()));
        return json;
    }
}
