package org.depositary.gateway.read.documents;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.texts.SearchDictionary;

/**
 * Words asked for, as a query of PostgreSQL's text search: as they stand, or as any language that texts are in inflects
 * them.
 *
 * @param query the expression; its words are {@code :words}
 */
record TextSearch(String query) {

    static TextSearch in(Snapshot snapshot) throws SQLException {
        var dictionaries = new LinkedHashSet<String>();
        dictionaries.add(SearchDictionary.PLAIN);
        dictionaries.addAll(
                snapshot.list(NamedSql.of("SELECT dictionary FROM passage_dictionary"), row -> row.text("dictionary")));
        return new TextSearch(dictionaries.stream()
                .map("websearch_to_tsquery('%s', :words)"::formatted)
                .collect(Collectors.joining(" || ", "(", ")")));
    }
}
