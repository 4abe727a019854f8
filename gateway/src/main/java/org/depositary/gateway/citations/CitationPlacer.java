package org.depositary.gateway.citations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.citations.TextWindow.PlacedPassage;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.vocabulary.quotes.QuotablePassages;

/**
 * Looks up the pending citations of a document in its current text, and stores their places. It reads the passages of the
 * document, and never the change log.
 */
@ApplicationScoped
class CitationPlacer {

    private static final int BATCH = 1_000;

    /** Selects the next document with pending citations whose text has arrived completely. */
    private static final String NEXT_DOCUMENT = """
            SELECT c.document FROM (SELECT DISTINCT document FROM citation_place WHERE pending AND document > ?) c
            WHERE (SELECT count(*) = max(chunks) AND min(extraction) = max(extraction)
                   FROM text_chunk t WHERE t.document = c.document)
            ORDER BY c.document LIMIT 1
            """;

    /** Locks the text, so that no other one arrives before the places are stored. */
    private static final String LOCK_TEXT = """
            SELECT count(*) = max(chunks) AND min(extraction) = max(extraction) AS complete, max(extraction) AS extraction
            FROM (SELECT chunks, extraction FROM text_chunk WHERE document = ? FOR SHARE) locked
            """;

    private static final String PENDING = """
            SELECT anchor, quote_hash, quote, current_anchor, start, before_hash, after_hash
            FROM citation_place WHERE document = ? AND pending
            ORDER BY anchor, quote_hash LIMIT ?
            """;

    /** Selects a passage, the one before it, and those after it in which its quotes may go on. */
    private static final String AROUND = """
            SELECT p.anchor, p.kind, p.start, p.text, coalesce(p.repaired, p.text) AS repaired FROM passage cited
            CROSS JOIN LATERAL (
                (SELECT * FROM passage p
                 WHERE p.document = cited.document AND (p.chunk, p.ordinal) < (cited.chunk, cited.ordinal)
                 ORDER BY p.chunk DESC, p.ordinal DESC LIMIT 1)
                UNION ALL
                (SELECT * FROM passage p
                 WHERE p.document = cited.document AND (p.chunk, p.ordinal) >= (cited.chunk, cited.ordinal)
                 ORDER BY p.chunk, p.ordinal LIMIT ?)) p
            WHERE cited.document = ? AND cited.anchor = ? ORDER BY p.chunk, p.ordinal
            """;

    private static final String ALL = """
            SELECT anchor, kind, start, text, coalesce(repaired, text) AS repaired FROM passage
            WHERE document = ? ORDER BY chunk, ordinal
            """;

    private static final String STORE = """
            UPDATE citation_place SET pending = false, extraction = ?, current_anchor = ?, occurrences = ?,
                start = coalesce(?, start), before_hash = coalesce(?, before_hash), after_hash = coalesce(?, after_hash)
            WHERE document = ? AND anchor = ? AND quote_hash = ?
            """;

    private final GatewayDatabase database;

    CitationPlacer(GatewayDatabase database) {
        this.database = database;
    }

    /** The next document after {@code last}, by id, in which citations wait for a place. */
    Optional<String> documentAfter(String last) throws SQLException {
        return database.transaction(connection -> {
            GatewayDatabase.fixPlans(connection);
            return documentAfter(connection, last);
        });
    }

    /** Places citations of one document, at most 1,000. */
    void place(String document) throws SQLException {
        database.transaction(connection -> {
            GatewayDatabase.fixPlans(connection);
            place(connection, document);
            return null;
        });
    }

    private static Optional<String> documentAfter(Connection connection, String last) throws SQLException {
        try (var select = connection.prepareStatement(NEXT_DOCUMENT)) {
            select.setString(1, last);
            var row = select.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static void place(Connection connection, String document) throws SQLException {
        try (var lock = connection.prepareStatement(LOCK_TEXT)) {
            lock.setString(1, document);
            var row = lock.executeQuery();
            row.next();
            if (row.getBoolean("complete")) {
                place(connection, document, row.getInt("extraction"));
            }
        }
    }

    private static void place(Connection connection, String document, int extraction) throws SQLException {
        TextWindow whole = null;
        for (var citation : pending(connection, document)) {
            var around = window(connection, AROUND, QuotablePassages.MOST_PASSAGES, document, citation.anchor());
            var decision = inItsPassage(citation, around);
            if (decision.isEmpty() && citation.quote().isPresent()) {
                // Read only if a quote has moved: the text may have millions of characters.
                whole = whole == null ? window(connection, ALL, document) : whole;
                decision = Optional.of(PlaceDecision.moves(
                        citation, whole.places(citation.quote().get())));
            }
            store(connection, citation, extraction, decision.orElse(PlaceDecision.orphan(0)));
        }
    }

    private static Optional<PlaceDecision> inItsPassage(Citation citation, TextWindow around) {
        if (!around.has(citation.anchor())) {
            return Optional.empty();
        }
        var places = citation.quote()
                .map(quote -> around.places(quote, citation.anchor()))
                .orElse(List.of());
        return citation.quote().isPresent() && places.isEmpty()
                ? Optional.empty()
                : Optional.of(PlaceDecision.stays(citation, places));
    }

    private static List<Citation> pending(Connection connection, String document) throws SQLException {
        try (var select = connection.prepareStatement(PENDING)) {
            select.setString(1, document);
            select.setInt(2, BATCH);
            var rows = select.executeQuery();
            var citations = new ArrayList<Citation>();
            while (rows.next()) {
                var last = rows.getString("before_hash") == null
                        ? Optional.<QuotePlace>empty()
                        : Optional.of(new QuotePlace(
                                String.valueOf(rows.getString("current_anchor")),
                                rows.getInt("start"),
                                rows.getString("before_hash"),
                                rows.getString("after_hash")));
                citations.add(new Citation(
                        document,
                        rows.getString("anchor"),
                        rows.getString("quote_hash"),
                        Optional.ofNullable(rows.getString("quote")),
                        last));
            }
            return citations;
        }
    }

    private static TextWindow window(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            var rows = select.executeQuery();
            var passages = new ArrayList<PlacedPassage>();
            while (rows.next()) {
                passages.add(new PlacedPassage(
                        rows.getString("anchor"),
                        rows.getInt("start"),
                        rows.getString("kind"),
                        rows.getString("text"),
                        rows.getString("repaired")));
            }
            return new TextWindow(passages);
        }
    }

    private static void store(Connection connection, Citation citation, int extraction, PlaceDecision decision)
            throws SQLException {
        try (var update = connection.prepareStatement(STORE)) {
            update.setInt(1, extraction);
            update.setString(2, decision.anchor().orElse(null));
            update.setInt(3, decision.occurrences());
            update.setObject(4, decision.place().map(QuotePlace::start).orElse(null), java.sql.Types.INTEGER);
            update.setString(5, decision.place().map(QuotePlace::beforeHash).orElse(null));
            update.setString(6, decision.place().map(QuotePlace::afterHash).orElse(null));
            update.setString(7, citation.document());
            update.setString(8, citation.anchor());
            update.setString(9, citation.quoteHash());
            update.executeUpdate();
        }
    }
}
