package org.depositary.membership.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final String LONG = "x".repeat(1024 * 1024);

    private final Room room = new Room();

    @Test
    void anOrganizationFillsItsOwnRoomOnly() {
        for (int i = 0; i < 15; i++) {
            assertThat(room.refusal(row("full", LONG))).isEmpty();
        }
        assertThat(room.refusal(row("full", LONG))).get().asString().contains("full");
        assertThat(room.refusal(row("full", "short"))).isEmpty();
        assertThat(room.refusal(row("other", LONG))).isEmpty();
    }

    @Test
    void organizationsAreCounted() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(room.refusal(row("org-" + i, ""))).isEmpty();
        }
        assertThat(room.refusal(row("one-more", ""))).get().asString().contains("100,000");
        assertThat(room.refusal(row("org-7", ""))).isEmpty();
    }

    private static StagedRow row(String organization, String body) {
        return new StagedRow(1, organization, Optional.empty(), "KZ", Optional.empty(), body);
    }
}
