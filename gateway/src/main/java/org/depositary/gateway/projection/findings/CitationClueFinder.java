package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.FactState;

/**
 * Finds the citations of passages. Each is a finding if the current text of its document no longer has the passage or the
 * quote; only a read knows that.
 */
final class CitationClueFinder {

    private static final int BYTES_OF_HASH = 16;

    private CitationClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        return fact.allSources()
                .filter(source -> source.hasNonNull("document") && source.hasNonNull("anchor"))
                .map(CitationClueFinder::clue);
    }

    /** The subject of the clue is the key of table {@code citation_place}. */
    private static FindingClue clue(JsonNode source) {
        var document = source.path("document").asText();
        var anchor = source.path("anchor").asText();
        var quote = source.path("quote").asText("");
        var said = FindingClue.json()
                .put("document", document)
                .put("anchor", anchor)
                .put("quote", quote);
        var subject = "%s/%s/%s".formatted(document, anchor, source.hasNonNull("quote") ? hash(quote) : "");
        return new FindingClue("orphaned-citation", subject, said, Set.of());
    }

    /** As the function {@code quote_hash} in {@code db/read-models.sql}. */
    private static String hash(String quote) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(quote.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES_OF_HASH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
