package org.depositary.gateway.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that order a list and identify its items. A statement returns them, and continues after an item by parameters
 * such as {@code :after_id}.
 */
public record ListKey(List<Part> parts) {

    /** @param least sorts before every value, as text */
    public record Part(String column, String least) {}

    public static ListKey of(Part... parts) {
        return new ListKey(List.of(parts));
    }

    public static Part part(String column, String least) {
        return new Part(column, least);
    }

    /** A column of text. */
    public static Part text(String column) {
        return new Part(column, "");
    }

    NamedSql bind(NamedSql sql, PageRequest page) {
        for (int i = 0; i < parts.size(); i++) {
            sql.with("after_" + parts.get(i).column(), page.key(i, parts.get(i).least()));
        }
        return sql.with("limit", page.limit());
    }

    List<String> read(ResultRow row) throws SQLException {
        var key = new ArrayList<String>();
        for (var part : parts) {
            key.add(row.text(part.column()));
        }
        return key;
    }
}
