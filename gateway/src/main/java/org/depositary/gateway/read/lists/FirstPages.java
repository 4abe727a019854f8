package org.depositary.gateway.read.lists;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.KeysetPage.Keyed;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;

/**
 * Reads the first page of a list for each of several parents in one statement, for example the members of several
 * organisations. The statement has the parameter {@code :parents}, and its rows have the column {@code parent}.
 */
public final class FirstPages {

    /**
     * The ids have the collation of the columns that they are compared with. The number of the row keeps the order of
     * the page, which a join does not promise.
     */
    private static final String OF_EACH = """
            SELECT parent.id AS parent, page.*
            FROM (SELECT given.id COLLATE "C" AS id FROM unnest(:parents::text[]) given (id)) parent
            CROSS JOIN LATERAL (
                SELECT row_number() OVER () AS place, item.* FROM (
            %s
                ) item
            ) page
            ORDER BY parent.id, page.place
            """;

    private static final List<String> NOTHING_BEFORE = List.of();

    private FirstPages() {}

    /**
     * Makes the statement from the one that reads a page for one parent.
     *
     * @param parameter the parameter of that statement that names the parent: a text, or an array of one text
     */
    public static String ofEach(String page, String parameter) {
        var compared = page.replace("= ANY (:%s)".formatted(parameter), "= parent.id")
                .replaceAll(":%s\\b".formatted(parameter), "parent.id");
        return OF_EACH.formatted(compared.strip().indent(8).stripTrailing());
    }

    public static PageRequest request(int size) {
        return new PageRequest(size, NOTHING_BEFORE);
    }

    /** Reads the statement that {@link #ofEach} has made. A parent without items is absent. */
    public static <T> Map<String, KeysetPage<T>> read(
            Snapshot snapshot, NamedSql sql, ListSortKey key, int size, ResultRow.Reader<T> reader)
            throws SQLException {
        var page = request(size);
        var rows = snapshot.list(
                key.bind(sql, page),
                row -> Map.entry(row.text("parent"), new Keyed<>(key.read(row), reader.read(row))));
        return pages(grouped(rows, Map.Entry::getKey, Map.Entry::getValue), page);
    }

    /** Groups the rows by their parent, without a change of their order. */
    public static <R, T> Map<String, List<T>> grouped(List<R> rows, Function<R, String> parent, Function<R, T> item) {
        var groups = new LinkedHashMap<String, List<T>>();
        rows.forEach(row -> groups.computeIfAbsent(parent.apply(row), id -> new ArrayList<>())
                .add(item.apply(row)));
        return groups;
    }

    public static <T> Map<String, KeysetPage<T>> pages(Map<String, List<Keyed<T>>> found, PageRequest page) {
        var pages = new LinkedHashMap<String, KeysetPage<T>>();
        found.forEach((parent, items) -> pages.put(parent, KeysetPage.of(items, page)));
        return pages;
    }

    /** Converts the items of all pages. */
    public static <T, R> Map<String, KeysetPage<R>> map(Map<String, KeysetPage<T>> pages, Function<T, R> to) {
        var mapped = new LinkedHashMap<String, KeysetPage<R>>();
        pages.forEach((parent, page) -> mapped.put(parent, page.map(to)));
        return mapped;
    }
}
