package org.depositary.gateway.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.depositary.gateway.read.changes.FactKey;
import org.depositary.gateway.read.changes.FactVersionReads;
import org.depositary.gateway.read.changes.LoggedChange;
import org.depositary.gateway.read.facts.FactPath;

/**
 * What an entry is about: a fact, a document, or the coverage of an import set. Every change of the log belongs to one
 * subject; a change that this code does not know belongs to its stream.
 *
 * @param fact identifies it in the register; empty for a stream
 * @param path its URL path, if it has one
 * @param kind {@code membership-change}, {@code document}, … or {@code stream}
 */
record EntrySubject(Optional<FactKey> fact, Optional<String> path, String kind, String id) {

    private static final String API = "/api/";
    private static final String COVERAGE = "import-set-coverage";

    static EntrySubject of(LoggedChange change) {
        var fact = change.factChange().map(said -> said.path("fact"));
        if (fact.isPresent()) {
            return fact.filter(JsonNode::isTextual)
                    .map(path -> ofFact(path.asText()))
                    .orElseGet(() -> ofCoverage(change));
        }
        var stream = change.streamId();
        return stream.startsWith("document:")
                ? of(new FactKey(FactVersionReads.DOCUMENT, stream.substring(stream.indexOf(':') + 1)))
                : new EntrySubject(Optional.empty(), Optional.empty(), "stream", stream);
    }

    /** @param path for example {@code /api/membership-changes/<id>} */
    private static EntrySubject ofFact(String path) {
        int slash = path.lastIndexOf('/');
        return of(new FactKey(path.substring(API.length(), slash - 1), path.substring(slash + 1)));
    }

    private static EntrySubject of(FactKey key) {
        return new EntrySubject(Optional.of(key), Optional.of(FactPath.of(key.kind(), key.id())), key.kind(), key.id());
    }

    private static EntrySubject ofCoverage(LoggedChange change) {
        var set = change.data().path("id").asText();
        return new EntrySubject(Optional.of(new FactKey(COVERAGE, set)), Optional.empty(), COVERAGE, set);
    }

    String entryId() {
        return EntryIds.of(kind, id);
    }
}
