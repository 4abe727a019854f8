package org.depositary.gateway.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.sources.Source;

/** Columns of a row, read one after the other, in their order: faster than by their names, where there are many rows. */
public final class ColumnReader {

    private final ResultSet row;
    private int next;

    /** @param first number of the column that is read first */
    ColumnReader(ResultSet row, int first) {
        this.row = row;
        next = first;
    }

    public String text() throws SQLException {
        return row.getString(next++);
    }

    public Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(text());
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(next++);
    }

    public List<Source> sources() throws SQLException {
        return JsonFieldReader.sources(text());
    }

    /** Four columns: expression, first day, last day, whether it is uncertain. */
    public PartialDate date() throws SQLException {
        return optionalDate().orElseThrow();
    }

    /** The same; empty where the expression is absent. */
    public Optional<PartialDate> optionalDate() throws SQLException {
        int first = next;
        next += 4;
        var edtf = row.getString(first);
        return edtf == null
                ? Optional.empty()
                : Optional.of(new PartialDate(edtf, bound(first + 1), bound(first + 2), row.getBoolean(first + 3)));
    }

    /** The driver tells an infinite date as the first or the last one Java knows. */
    private Optional<LocalDate> bound(int column) throws SQLException {
        return Optional.of(row.getObject(column, LocalDate.class))
                .filter(day -> !day.equals(LocalDate.MIN) && !day.equals(LocalDate.MAX));
    }
}
