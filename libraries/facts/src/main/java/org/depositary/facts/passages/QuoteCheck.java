package org.depositary.facts.passages;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.depositary.vocabulary.quotes.QuotablePassages;
import org.depositary.vocabulary.quotes.QuotablePassages.Passage;
import org.depositary.vocabulary.sources.Source;

/**
 * Checks that quotes begin in the passages that they cite. A quote may go on in the next passages, as
 * {@link QuotablePassages} finds it. A quote is right if it is in the text as extracted or as repaired.
 */
public final class QuoteCheck {

    private static final String PASSAGE = """
            SELECT chunk, ordinal, kind, text, repaired FROM passage WHERE document = ? AND anchor = ?
            """;

    /** Selects the passages after one. Rows of earlier versions have no order, so nothing follows them. */
    private static final String NEXT = """
            SELECT chunk, ordinal, kind, text, repaired FROM passage
            WHERE document = ? AND (chunk, ordinal) > (?, ?) ORDER BY chunk, ordinal LIMIT ?
            """;

    private record StoredPassage(int chunk, int ordinal, String kind, String text, Optional<String> repaired) {

        Passage asExtracted() {
            return new Passage(kind, text);
        }

        Passage asRepaired() {
            return new Passage(kind, repaired.orElse(text));
        }
    }

    private final Connection connection;

    public QuoteCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * Checks each source that cites a passage.
     *
     * @param path the JSON pointer to the sources in the request body
     * @throws Problem {@code misquoted} (422), or {@code passage-not-yet-known} (503) if the text of the document has
     *     not arrived yet
     */
    public void check(String path, List<Source> sources) {
        for (int i = 0; i < sources.size(); i++) {
            var source = sources.get(i);
            if (source.citesPassage()) {
                check(path + "/" + i, source);
            }
        }
    }

    private void check(String path, Source source) {
        try {
            var cited = passages(PASSAGE, source.document(), source.anchor());
            if (cited.isEmpty()) {
                refuseUnknown(path, source);
            } else if (source.quote() != null && !quotes(source, cited.getFirst())) {
                throw misquoted(path + "/quote", "The quote does not begin in passage " + source.anchor());
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private void refuseUnknown(String path, Source source) throws SQLException {
        if (!isComplete(source.document())) {
            throw Problem.of(
                    ProblemType.PASSAGE_NOT_YET_KNOWN,
                    "The text of document %s is not known yet".formatted(source.document()));
        }
        throw misquoted(
                path + "/anchor", "Document %s has no passage %s".formatted(source.document(), source.anchor()));
    }

    private static Problem misquoted(String path, String detail) {
        return Problem.of(ProblemType.MISQUOTED, List.of(Flaw.at(path, detail)));
    }

    /** Reads the next passages only if the quote is not in the cited one, which is rare. */
    private boolean quotes(Source source, StoredPassage cited) throws SQLException {
        if (begins(source.quote(), List.of(cited))) {
            return true;
        }
        var passages = new ArrayList<>(List.of(cited));
        passages.addAll(
                passages(NEXT, source.document(), cited.chunk(), cited.ordinal(), QuotablePassages.MOST_PASSAGES - 1));
        return begins(source.quote(), passages);
    }

    private static boolean begins(String quote, List<StoredPassage> passages) {
        return begins(quote, passages, StoredPassage::asExtracted)
                || passages.stream().anyMatch(passage -> passage.repaired().isPresent())
                        && begins(quote, passages, StoredPassage::asRepaired);
    }

    private static boolean begins(String quote, List<StoredPassage> passages, Function<StoredPassage, Passage> layer) {
        return new QuotablePassages(passages.stream().map(layer).toList()).begins(quote, 0);
    }

    private List<StoredPassage> passages(String sql, Object... parameters) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            var rows = select.executeQuery();
            var passages = new ArrayList<StoredPassage>();
            while (rows.next()) {
                passages.add(new StoredPassage(
                        rows.getInt("chunk"),
                        rows.getInt("ordinal"),
                        String.valueOf(rows.getString("kind")),
                        rows.getString("text"),
                        Optional.ofNullable(rows.getString("repaired"))));
            }
            return passages;
        }
    }

    private boolean isComplete(String document) throws SQLException {
        var sql = "SELECT count(*) = max(chunks) FROM text_chunk WHERE document = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            var row = select.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }
}
