package org.depositary.gateway.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that order a list and identify its items. A statement returns these columns, and continues after an item
 * by parameters such as {@code :after_id}.
 *
 * @param least for each column, a text that sorts before all its values
 */
public record ListSortKey(List<String> columns, List<String> least) {

    public NamedSql bind(NamedSql sql, PageRequest page) {
        for (int i = 0; i < columns.size(); i++) {
            sql.with("after_" + columns.get(i), page.key(i, least.get(i)));
        }
        return sql.with("limit", page.limit());
    }

    public List<String> read(ResultRow row) throws SQLException {
        var key = new ArrayList<String>();
        for (var column : columns) {
            key.add(row.text(column));
        }
        return key;
    }
}
