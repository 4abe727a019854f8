package org.depositary.gateway.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.sources.Source;

/** A row of an answer, in the vocabulary's terms. */
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

    /** JSON as a record. */
    public <T> Optional<T> optional(String column, Class<T> type) throws SQLException {
        return JsonFieldReader.parse(of.getString(column), type);
    }

    public List<Source> sources(String column) throws SQLException {
        return JsonFieldReader.sources(of.getString(column));
    }

    /** The date whose columns, of which the expression is the first, begin with a prefix; it must be there. */
    public PartialDate date(String prefix) throws SQLException {
        return optionalDate(prefix).orElseThrow();
    }

    /** The same; empty where its expression is absent. */
    public Optional<PartialDate> optionalDate(String prefix) throws SQLException {
        return from(prefix + "_edtf").optionalDate();
    }

    /** This column and what follows it. */
    public ColumnReader from(String column) throws SQLException {
        return new ColumnReader(of, of.findColumn(column));
    }
}
