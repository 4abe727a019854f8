package org.depositary.facts.passages;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.Problem.Flaw;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.store.DatabaseFailure;
import org.depositary.vocabulary.sources.Source;

/**
 * Checks that quotes occur in the passages that they cite.
 *
 * <p>A quote is right if it is in the passage as extracted or as repaired. The check compares words only. White space of any length counts as one space, and both sides are normalised to
 * Unicode NFC.
 */
public final class QuoteCheck {

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
            var passage = passage(source.document(), source.anchor());
            if (passage.isEmpty()) {
                refuseUnknown(path, source);
            } else if (source.quote() != null
                    && passage.stream().noneMatch(text -> text.contains(words(source.quote())))) {
                throw misquoted(path + "/quote", "The quote is not in passage " + source.anchor());
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

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /** Returns the text of a passage, as extracted and as repaired. Empty if there is none. */
    private List<String> passage(String document, String anchor) throws SQLException {
        var sql = "SELECT text, repaired FROM passage WHERE document = ? AND anchor = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, document);
            select.setString(2, anchor);
            var row = select.executeQuery();
            return row.next()
                    ? Stream.of(row.getString(1), row.getString(2))
                            .filter(Objects::nonNull)
                            .map(QuoteCheck::words)
                            .toList()
                    : List.of();
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
