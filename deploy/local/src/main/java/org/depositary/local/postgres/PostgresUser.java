package org.depositary.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.depositary.local.process.LaunchFailure;
import org.depositary.local.process.ShellCommand;

/**
 * The user that runs PostgreSQL. PostgreSQL refuses to run as root, so root runs it in its own user namespace. If the system forbids namespaces, as containers do, root runs it as {@code nobody}.
 *
 * @param prefix the command prefix that switches to this user
 * @param uid the user id that must own PostgreSQL's files
 * @param reachesAll whether this user can access every directory that the launcher can access
 */
record PostgresUser(List<String> prefix, int uid, boolean reachesAll) {

    private static final int NOBODY = 65534;

    static PostgresUser current() {
        return Found.USER;
    }

    /** Makes this user the owner of the directory, if an earlier run used another user. */
    void own(Path directory) throws IOException {
        if ((int) Files.getAttribute(directory, "unix:uid") != uid) {
            ShellCommand.runOrFail(List.of("chown", "-R", Integer.toString(uid), directory.toString()));
        }
    }

    void mustReach(Path directory) {
        if (!reachesAll
                && !ShellCommand.run(ShellCommand.join(prefix, "test", "-x", directory.toString()))
                        .ok()) {
            throw new LaunchFailure(
                    ("PostgreSQL does not run as root, and this system forbids user namespaces, so it runs as "
                                    + "'nobody', which cannot open %s. Choose a directory that every user can open, "
                                    + "with --data, or run as an ordinary user.")
                            .formatted(directory));
        }
    }

    private static final class Found {
        private static final PostgresUser USER =
                find(ShellCommand.run("unshare", "-U", "true").ok());
    }

    static PostgresUser find(boolean namespaces) {
        int uid = Integer.parseInt(ShellCommand.run("id", "-u").output());
        if (uid != 0) {
            return new PostgresUser(List.of(), uid, true);
        }
        if (namespaces) {
            return new PostgresUser(List.of("unshare", "-U"), 0, true);
        }
        var id = Integer.toString(NOBODY);
        var setpriv = List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups");
        if (!ShellCommand.run(ShellCommand.join(setpriv, "true")).ok()) {
            throw new LaunchFailure(
                    "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works "
                            + "on this system. Run this as an ordinary user.");
        }
        return new PostgresUser(setpriv, NOBODY, false);
    }
}
