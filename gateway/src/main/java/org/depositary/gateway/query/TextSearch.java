package org.depositary.gateway.query;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.depositary.gateway.projection.documents.Dictionary;

/**
 * Words asked for, as a query of PostgreSQL's text search: as they stand, or as any language that texts are in inflects
 * them.
 *
 * @param query the expression; its words are {@code :words}
 */
record TextSearch(String query) {

    static TextSearch in(Snapshot snapshot) throws SQLException {
        var dictionaries = new LinkedHashSet<String>();
        dictionaries.add(Dictionary.PLAIN);
        dictionaries.addAll(
                snapshot.list(Sql.of("SELECT dictionary FROM passage_dictionary"), row -> row.text("dictionary")));
        return new TextSearch(dictionaries.stream()
                .map("websearch_to_tsquery('%s', :words)"::formatted)
                .collect(Collectors.joining(" || ", "(", ")")));
    }
}
