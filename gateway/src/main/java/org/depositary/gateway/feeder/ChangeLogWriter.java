package org.depositary.gateway.feeder;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.feeder.BatchOffsetCheck.Jump;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.LogHead;

/** Stores a batch in the change log, its offsets and its parked records, all in one transaction. */
@ApplicationScoped
class ChangeLogWriter {

    /**
     * The result of storing a batch.
     *
     * @param head position of the last entry in the log after the batch
     * @param entered the events that were appended to the log
     * @param parked the records that were parked
     * @param placement the comparison of the batch with the stored offsets
     * @param spans the spans of traced events, which end now
     */
    record Outcome(
            long head,
            List<PublishedEvent> entered,
            List<ParkedRecord> parked,
            BatchOffsetCheck placement,
            List<Span> spans) {}

    private record Admitted(List<Entry> entries, List<ParkedRecord> parked) {}

    private final GatewayDatabase database;
    private final ParkedRecordTable parkedRecords;
    private final CloudEventParser reader;
    private final IntakeSpans spans;

    ChangeLogWriter(
            GatewayDatabase database, ParkedRecordTable parkedRecords, CloudEventParser reader, IntakeSpans spans) {
        this.database = database;
        this.parkedRecords = parkedRecords;
        this.reader = reader;
        this.spans = spans;
    }

    CloudEventParser reader() {
        return reader;
    }

    Map<PartitionId, Long> nextOffsets(Collection<PartitionId> partitions) throws SQLException {
        return database.transaction(connection -> {
            GatewayDatabase.fixPlans(connection);
            return FeederOffsets.next(connection, partitions);
        });
    }

    /**
     * Returns the position of the last entry in the log. Begins a new epoch if the database was restored, promoted or
     * copied.
     */
    long open() throws SQLException {
        return store(List.of(), Set.of()).head();
    }

    Outcome store(List<ParsedRecord> batch, Set<Jump> refused) throws SQLException {
        var began = Instant.now();
        var started = new ArrayList<Span>();
        try {
            return database.transaction(connection -> store(connection, batch, refused, began, started));
        } catch (SQLException | RuntimeException failure) {
            IntakeSpans.fail(started);
            throw failure;
        }
    }

    /** @param started gets the spans of traced events */
    private Outcome store(
            Connection connection, List<ParsedRecord> batch, Set<Jump> refused, Instant began, List<Span> started)
            throws SQLException {
        var head = LogHead.lock(connection);
        var partitions = batch.stream().map(ParsedRecord::partition).collect(Collectors.toSet());
        var placement = new BatchOffsetCheck(batch, FeederOffsets.next(connection, partitions), refused);
        var admitted = admit(connection, placement.fitting());
        started.addAll(spans.start(connection, head.seq(), admitted.entries(), batch, began));
        head = ChangeLogInsert.append(connection, head, admitted.entries());
        head.save(connection);
        FeederOffsets.move(connection, placement.moves());
        var entered = admitted.entries().stream().map(Entry::event).toList();
        return new Outcome(head.seq(), entered, admitted.parked(), placement, started);
    }

    private Admitted admit(Connection connection, List<ParsedRecord> records) throws SQLException {
        var entries = new ArrayList<Entry>();
        var events = records.stream().flatMap(each -> each.event().stream()).toList();
        var waiting = parkedRecords.ofStreams(connection, BatchIntakes.streams(events));
        var intakes = BatchIntakes.of(connection, events, waiting, entries);
        var parked = new ArrayList<ParkedRecord>();
        for (var each : records) {
            each.event()
                    .ifPresentOrElse(
                            event -> intakes.get(event.streamId()).take(each.record(), event),
                            () -> parked.add(ParkedRecord.malformed(each.record(), each.flaw())));
        }
        var released = new ArrayList<KafkaRecord.Place>();
        for (var intake : intakes.values()) {
            parked.addAll(intake.parked());
            released.addAll(intake.released());
        }
        parkedRecords.save(connection, parked);
        parkedRecords.delete(connection, released);
        StreamHeadTable.save(connection, BatchIntakes.changed(intakes, entries));
        return new Admitted(entries, parked);
    }
}
