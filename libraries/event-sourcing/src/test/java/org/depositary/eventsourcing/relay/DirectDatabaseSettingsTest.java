package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DirectDatabaseSettingsTest {

    private static final String POOLER = "jdbc:postgresql://pooler/membership";
    private static final String SERVER = "jdbc:postgresql://server/membership";

    @Test
    void a_direct_address_replaces_that_of_the_pooler() {
        assertThat(addressOf(Optional.of(SERVER))).isEqualTo(SERVER);
    }

    @Test
    void without_a_direct_address_it_is_that_of_the_data_source() {
        assertThat(addressOf(Optional.empty())).isEqualTo(POOLER);
    }

    private static String addressOf(Optional<String> direct) {
        return new DirectDatabaseSettings(direct, POOLER, "membership", Optional.of("secret"))
                .settings()
                .jdbcUrl();
    }
}
