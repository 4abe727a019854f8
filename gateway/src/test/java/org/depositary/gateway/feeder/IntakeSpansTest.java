package org.depositary.gateway.feeder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.gateway.feeder.KafkaRecord.Place;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.ChangeTraceTable;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.testing.RealPostgresAndKafka;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class IntakeSpansTest {

    private static final String TRACED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final long BEFORE = 2_000_000_000;

    @Inject
    DataSource dataSource;

    private final ChangeTraceTable traces = new ChangeTraceTable(false);
    private final IntakeSpans spans = new IntakeSpans(traces);
    private final List<ParsedRecord> batch = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    @Test
    void only_recent_events_with_a_sampled_trace_have_a_span() throws SQLException {
        add(Optional.empty(), OffsetDateTime.now());
        add(Optional.of(TRACED), OffsetDateTime.now());
        add(Optional.of("nonsense"), OffsetDateTime.now());
        add(Optional.of(TRACED), OffsetDateTime.now().minusHours(2));
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(spans.start(connection, BEFORE, entries, batch, Instant.now()))
                    .hasSize(1);
            assertThat(traces.between(connection, BEFORE, BEFORE + 10)).containsOnlyKeys(BEFORE + 2);
            connection.rollback();
        }
    }

    private void add(Optional<String> header, OffsetDateTime recordedAt) {
        var headers = new RecordHeaders();
        header.ifPresent(text -> headers.add(TraceParent.HEADER, text.getBytes(StandardCharsets.US_ASCII)));
        var event = new PublishedEvent(
                UUID.randomUUID(),
                "organ:sco/rats",
                1,
                "membership",
                "org.depositary.membership.organ-recorded.v1",
                recordedAt,
                OrganizationsAndParties.NONE,
                "{\"data\": {}}");
        var record = new KafkaRecord(new Place("topic", 0, batch.size()), null, headers, new byte[0]);
        batch.add(new ParsedRecord(record, Optional.of(event), ""));
        entries.add(new Entry(event, OrganizationsAndParties.NONE, record.place()));
    }
}
