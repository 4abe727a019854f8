package org.depositary.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that the scope of an organisation's members has all events that concern other organisations and data sets. */
class ReadScopeTest {

    private static final Path EVENTS = Path.of("../contracts/events/membership");

    @Test
    void a_new_event_of_organisations_or_data_sets_is_in_the_scope() throws IOException {
        try (var events = Files.list(EVENTS)) {
            assertThat(events.map(event -> event.getFileName().toString())
                            .filter(name -> name.startsWith("organization-") || name.startsWith("import-set-")))
                    .containsExactlyInAnyOrderElementsOf(ReadScope.SHARED_EVENTS);
        }
    }
}
