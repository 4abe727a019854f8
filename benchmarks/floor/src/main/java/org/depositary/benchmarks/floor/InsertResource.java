package org.depositary.benchmarks.floor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Parses the body, checks the token and stores the body in a row of the event table. */
@Path("/rows")
@RolesAllowed("curator")
public class InsertResource {

    private static final String INSERT = """
            INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
            VALUES (?, 1, uuidv7(), 'inserted', 1, ?::jsonb, '{}', clock_timestamp())
            """;

    private final DataSource dataSource;

    InsertResource(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @POST
    public Response insert(JsonNode body) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, body.toString());
            insert.executeUpdate();
        }
        return Response.status(Response.Status.CREATED).build();
    }
}
