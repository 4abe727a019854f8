package org.depositary.gateway.projection.facts;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Rows on their way into a table, in the text format of PostgreSQL's COPY: the fastest way in, for one as for many. */
final class Copy {

    private final String statement;
    private final StringBuilder text = new StringBuilder();

    Copy(String table, List<String> columns) {
        statement = "COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns));
    }

    void add(List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append('\t');
            }
            field(values.get(i));
        }
        text.append('\n');
    }

    void write(Connection connection) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(text.toString()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private void field(Object value) {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() -> text.append("\\N");
            case Optional<?> optional -> field(optional.get());
            case List<?> list -> escaped(array(list));
            default -> escaped(value.toString());
        }
    }

    private static String array(List<?> list) {
        var array = new StringBuilder("{");
        for (var element : list) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append('"')
                    .append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
