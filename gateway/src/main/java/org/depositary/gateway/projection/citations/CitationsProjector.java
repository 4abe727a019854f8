package org.depositary.gateway.projection.citations;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.depositary.gateway.projection.LogRangeProjector;

/**
 * Adds each cited passage and quote to table {@code citation_place}, once. That table belongs to the texts and not to a
 * generation of read models, so its rows stay.
 */
@ApplicationScoped
public class CitationsProjector implements LogRangeProjector {

    private static final String ADD = """
            INSERT INTO citation_place (document, anchor, quote_hash, quote)
            SELECT DISTINCT source ->> 'document', source ->> 'anchor', quote_hash(source ->> 'quote'), source ->> 'quote'
            FROM change
            CROSS JOIN LATERAL jsonb_path_query(cloudevent -> 'data', '$.sources[*]') source
            WHERE seq > ? AND seq <= ? AND source ->> 'document' IS NOT NULL AND source ->> 'anchor' IS NOT NULL
            ORDER BY 1, 2, 3
            ON CONFLICT DO NOTHING
            """;

    @Override
    public String name() {
        return "citations";
    }

    @Override
    public void project(Connection connection, long after, long upTo) throws SQLException {
        try (var add = connection.prepareStatement(ADD)) {
            add.setLong(1, after);
            add.setLong(2, upTo);
            add.executeUpdate();
        }
    }
}
