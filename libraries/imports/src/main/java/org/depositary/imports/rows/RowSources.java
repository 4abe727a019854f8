package org.depositary.imports.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.facts.passages.QuoteCheck;
import org.depositary.vocabulary.sources.Source;

/**
 * Reads and checks the sources of rows: the field {@code sources}, or the columns of one source. Caches checked sources.
 * The rows of a file repeat the same few sources, and checking one is expensive.
 */
public final class RowSources {

    /** The columns of a source. One of the first four is required, because they name the source. */
    public static final List<String> COLUMNS =
            List.of("source", "title", "uri", "document", "anchor", "quote", "author", "published", "locator");

    private static final int NAMING_COLUMNS = 4;
    private static final Pattern LINK = Pattern.compile("(https?://|urn:|doi:).+");
    private static final int MAX_CACHED = 10_000;
    private static final int MAX_CACHED_LENGTH = 1_000;

    /** @param json the sources as they are stored */
    public record Checked(List<Source> sources, String json) {}

    private final ObjectMapper mapper;
    private final QuoteCheck quotes;
    private final Map<JsonNode, Checked> cache = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, Checked> eldest) {
            return size() > MAX_CACHED;
        }
    };

    /** @param connection the database connection for looking up quoted passages */
    public RowSources(ObjectMapper mapper, Connection connection) {
        this.mapper = mapper;
        this.quotes = new QuoteCheck(connection);
    }

    /** Returns the error in the header of a CSV file. Empty if it has a column that names a source. */
    public static Optional<String> headerError(List<String> columns) {
        return COLUMNS.subList(0, NAMING_COLUMNS).stream().noneMatch(columns::contains)
                ? Optional.of("Column source is missing; every fact needs a source")
                : Optional.empty();
    }

    /**
     * Removes the sources from the row and returns them.
     *
     * @throws org.depositary.eventsourcing.Problem if a source is invalid, or a quote is not in its passage
     * @throws IllegalArgumentException if the row has no source
     */
    public Checked remove(ObjectNode fields) throws JsonProcessingException {
        var given = fields.remove("sources");
        var node = given == null ? mapper.createArrayNode().add(removeColumns(fields)) : given;
        var cached = cache.get(node);
        if (cached != null) {
            return cached;
        }
        var request = FactRequestBody.of(mapper.createObjectNode().set("sources", node), mapper);
        var parsed = request.takeSources();
        quotes.check("sources", parsed);
        var sources = new Checked(parsed, mapper.writeValueAsString(parsed));
        if (sources.json().length() <= MAX_CACHED_LENGTH) {
            cache.put(node, sources);
        }
        return sources;
    }

    private JsonNode removeColumns(ObjectNode fields) {
        var source = mapper.createObjectNode();
        for (var column : COLUMNS) {
            var value = fields.remove(column);
            if (value instanceof ObjectNode whole && column.equals("source")) {
                return whole;
            }
            if (value != null) {
                source.set(sourceField(column, value), value);
            }
        }
        if (source.isEmpty()) {
            throw new IllegalArgumentException("source: Every fact needs at least one source");
        }
        return source;
    }

    /** Returns the field of a source for a CSV column. The column {@code source} contains either a link or a title. */
    private static String sourceField(String column, JsonNode value) {
        return !column.equals("source") ? column : LINK.matcher(value.asText()).matches() ? "uri" : "title";
    }
}
