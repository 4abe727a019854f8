package org.depositary.verify;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An installation of an earlier version starts on this one, and nothing is lost.
 *
 * <p>Its databases are files of PostgreSQL 18 on a 64-bit little-endian processor. The launcher has PostgreSQL for no
 * other kind. Another major version of PostgreSQL needs an upgrade of the data directory first.
 */
@Tag("full")
class ArchivedInstallationTest {

    static List<InstallationArchive> archives() {
        return InstallationArchive.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void an_archived_installation_starts_and_nothing_is_lost(InstallationArchive archive) {
        var name = "archived-" + archive;
        archive.unpack(TestInstallation.emptied(name));
        try (var installation = TestInstallation.startPrepared(name)) {
            var kept = new ArchiveAssertions(installation, archive, archive.expectations());
            assertAll(
                    kept::everyEvent,
                    kept::everyCursor,
                    kept::everyPageAndAnswer,
                    kept::everyIdempotencyKey,
                    kept::everyVersion,
                    kept::everyImport,
                    kept::everySet,
                    kept::everyChange);
        }
    }
}
