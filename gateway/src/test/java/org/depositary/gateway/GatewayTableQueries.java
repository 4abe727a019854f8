package org.depositary.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Queries tables in the gateway's database, for assertions. */
@ApplicationScoped
public class GatewayTableQueries {

    private final DataSource dataSource;

    GatewayTableQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The first column of every row of the result, as text. */
    public List<String> select(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            var values = new ArrayList<String>();
            if (select.execute()) {
                var rows = select.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public List<String> versions(String stream) {
        return select("SELECT version FROM change WHERE stream_id = ? ORDER BY seq", stream);
    }

    public List<String> parked(String stream) {
        return select("SELECT reason || ' ' || version FROM parked WHERE stream_id = ? ORDER BY version, off", stream);
    }

    public List<String> seqs() {
        return select("SELECT seq FROM change ORDER BY seq");
    }
}
