package org.depositary.gateway.feeds;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.feeds.formats.FeedDocument;
import org.depositary.gateway.feeds.formats.FeedEntry;
import org.depositary.gateway.feeds.formats.Tombstone;
import org.depositary.gateway.feeds.text.NameLookup;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersion;
import org.depositary.gateway.read.changes.FactVersionReads;
import org.depositary.gateway.read.changes.LoggedChange;
import org.depositary.gateway.read.changes.LoggedChangeReads;
import org.depositary.gateway.read.changes.MatchingChange;

/**
 * Reads the content of a page: each fact as it was after its newest change on the page, and names as they were after the
 * newest change of the page. So a page with the same changes is always the same.
 */
record FeedReader(Snapshot snapshot, FeedLinks links) {

    private static final String TITLE = "Changes of the register";

    FeedDocument document(FeedPage page, Optional<Cursor> archive) throws SQLException {
        var bySubject = bySubject(new LoggedChangeReads(snapshot).at(page.changes()));
        var maker = maker(
                bySubject,
                page.changes().stream().findFirst().map(MatchingChange::seq).orElse(0L));
        var entries = new ArrayList<FeedEntry>();
        var tombstones = new ArrayList<Tombstone>();
        bySubject.forEach((subject, changes) -> {
            entries.add(maker.entry(subject, changes));
            if (EntryMaker.isRetraction(changes.getFirst())) {
                tombstones.add(EntryMaker.tombstone(subject, changes.getFirst()));
            }
        });
        return new FeedDocument(
                EntryIds.ofFeed(links.query()),
                TITLE + links.description(),
                page.updated(),
                archive.isPresent(),
                new FeedDocument.Links(
                        archive.map(links::archive).orElseGet(links::subscription),
                        links.subscription(),
                        page.previous().map(links::archive),
                        links.changes(),
                        "application/json"),
                entries,
                tombstones);
    }

    private static Map<EntrySubject, List<LoggedChange>> bySubject(List<LoggedChange> changes) {
        var bySubject = new LinkedHashMap<EntrySubject, List<LoggedChange>>();
        changes.forEach(change -> bySubject
                .computeIfAbsent(EntrySubject.of(change), first -> new ArrayList<>())
                .add(change));
        return bySubject;
    }

    private EntryMaker maker(Map<EntrySubject, List<LoggedChange>> bySubject, long newest) throws SQLException {
        var positions = new HashMap<FactKey, Long>();
        bySubject.forEach((subject, changes) -> subject.fact()
                .ifPresent(key -> positions.put(key, changes.getFirst().seq())));
        var versions = new FactVersionReads(snapshot);
        var facts = versions.after(positions);
        var names = new NameLookup(versions.after(references(facts), newest));
        return new EntryMaker(facts, names, links.url());
    }

    private static LinkedHashSet<FactKey> references(Map<FactKey, FactVersion> facts) {
        var references = new LinkedHashSet<FactKey>();
        facts.forEach((key, fact) -> {
            references.addAll(NameLookup.references(fact.statement(), fact.sources()));
            if (key.kind().equals(FactVersionReads.DOCUMENT)) {
                references.add(key);
            }
        });
        return references;
    }
}
