package org.depositary.eventsourcing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * Reads the password of a database from a file, for each new connection, so a changed password needs no restart. The JDBC URL
 * names this class and the file: {@code
 * ?authenticationPluginClassName=org.depositary.eventsourcing.database.PasswordFile&passwordFile=/path}. It replaces a configured
 * password.
 */
public final class PasswordFile implements AuthenticationPlugin {

    private static final String FILE = "passwordFile";

    private final Path file;

    /** @param connection the parameters of the JDBC URL */
    public PasswordFile(Properties connection) {
        var path = connection.getProperty(FILE);
        if (path == null) {
            throw new IllegalArgumentException("The JDBC URL does not say which " + FILE + " has the password");
        }
        this.file = Path.of(path);
    }

    @Override
    public char[] getPassword(AuthenticationRequestType type) throws PSQLException {
        try {
            return Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            throw new PSQLException("Cannot read the password in " + file, PSQLState.CONNECTION_REJECTED, e);
        }
    }
}
