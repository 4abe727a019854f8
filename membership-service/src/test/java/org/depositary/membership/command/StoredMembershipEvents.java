package org.depositary.membership.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.depositary.testing.ContractFiles;

/** The events in the database of the service. */
@Singleton
class StoredMembershipEvents {

    private final DataSource dataSource;

    StoredMembershipEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The data of the stream's last event; all of its events keep their contract. */
    JsonNode last(String stream) throws SQLException, JsonProcessingException {
        var sql = "SELECT type, data FROM event WHERE stream_id = ? ORDER BY version";
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, stream);
            JsonNode last = null;
            for (var row = select.executeQuery(); row.next(); ) {
                last = new ObjectMapper().readTree(row.getString(2));
                ContractFiles.assertValid("events/membership/" + row.getString(1), 1, last);
            }
            return last;
        }
    }
}
