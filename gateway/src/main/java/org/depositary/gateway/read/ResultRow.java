package org.depositary.gateway.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.sources.Source;

/** Reads the columns of a result row as values of the domain, for example partial dates. */
public record ResultRow(ResultSet of) {

    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultRow row) throws SQLException;
    }

    public String text(String column) throws SQLException {
        return of.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(of.getString(column));
    }

    public int number(String column) throws SQLException {
        return of.getInt(column);
    }

    public Optional<Long> optionalNumber(String column) throws SQLException {
        long number = of.getLong(column);
        return of.wasNull() ? Optional.empty() : Optional.of(number);
    }

    public boolean flag(String column) throws SQLException {
        return of.getBoolean(column);
    }

    public String instant(String column) throws SQLException {
        return of.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) of.getArray(column).getArray());
    }

    public JsonNode json(String column) throws SQLException {
        return optionalJson(column).orElseThrow();
    }

    public Optional<JsonNode> optionalJson(String column) throws SQLException {
        return optional(column, JsonNode.class);
    }

    /** Parses a JSON column as a record. Empty if the column is null. */
    public <T> Optional<T> optional(String column, Class<T> type) throws SQLException {
        return JsonFieldReader.parse(of.getString(column), type);
    }

    public List<Source> sources(String column) throws SQLException {
        return JsonFieldReader.sources(of.getString(column));
    }

    /** Reads a date from the four columns that start with {@code prefix}. Throws if it is null. */
    public PartialDate date(String prefix) throws SQLException {
        return optionalDate(prefix).orElseThrow();
    }

    /** Reads a date from the four columns that start with {@code prefix}. Empty if it is null. */
    public Optional<PartialDate> optionalDate(String prefix) throws SQLException {
        return from(prefix + "_edtf").optionalDate();
    }

    /** A reader of this column and the columns after it. */
    public ColumnReader from(String column) throws SQLException {
        return new ColumnReader(of, of.findColumn(column));
    }
}
