package org.depositary.gateway.feeder;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.gateway.feeder.Offsets.Partition;
import org.depositary.gateway.feeder.Parked.Reason;
import org.depositary.gateway.feeder.Placement.Jump;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.projection.Database;

/** Takes batches into the change log: entries, offsets and what is parked, in one transaction. */
@ApplicationScoped
class ChangeLog {

    /**
     * What a batch did.
     *
     * @param head the last seq of the log after it
     * @param entered the events that entered the log
     */
    record Outcome(long head, List<PublishedEvent> entered, Placement placement) {}

    private final Database database;
    private final ParkedRecords parkedRecords;
    private final EventReader reader;

    ChangeLog(Database database, ObjectMapper mapper) {
        this.database = database;
        this.reader = new EventReader(mapper);
        this.parkedRecords = new ParkedRecords(mapper, reader);
    }

    EventReader reader() {
        return reader;
    }

    Map<Partition, Long> nextOffsets(Collection<Partition> partitions) throws SQLException {
        return database.autoCommit(connection -> Offsets.next(connection, partitions));
    }

    Map<Reason, Long> parked() throws SQLException {
        return database.autoCommit(parkedRecords::count);
    }

    /** Begins a new epoch if this database is not the one that it was, and tells where the log stands. */
    long open() throws SQLException {
        return store(List.of(), Set.of()).head();
    }

    Outcome store(List<Arrival> batch, Set<Jump> refused) throws SQLException {
        return database.transaction(connection -> {
            var head = LogHead.lock(connection);
            var partitions = batch.stream().map(Arrival::partition).collect(Collectors.toSet());
            var placement = new Placement(batch, Offsets.next(connection, partitions), refused);
            var entries = admit(connection, placement.fitting());
            head = Entries.append(connection, head, entries);
            head.save(connection);
            Offsets.move(connection, placement.moves());
            var entered = entries.stream().map(Entry::event).toList();
            return new Outcome(head.seq(), entered, placement);
        });
    }

    private List<Entry> admit(Connection connection, List<Arrival> records) throws SQLException {
        var entries = new ArrayList<Entry>();
        var intakes = intakes(connection, records, entries);
        var parked = new ArrayList<Parked>();
        for (var each : records) {
            each.event()
                    .ifPresentOrElse(
                            event -> intakes.get(event.streamId()).take(each.record(), event),
                            () -> parked.add(Parked.malformed(each.record(), each.flaw())));
        }
        var released = new ArrayList<Received.Place>();
        for (var intake : intakes.values()) {
            parked.addAll(intake.parked());
            released.addAll(intake.released());
        }
        parkedRecords.save(connection, parked);
        parkedRecords.delete(connection, released);
        Streams.save(connection, changed(intakes, entries));
        return entries;
    }

    private Map<String, StreamIntake> intakes(Connection connection, List<Arrival> records, List<Entry> log)
            throws SQLException {
        var events = records.stream().flatMap(each -> each.event().stream()).toList();
        var streams = events.stream().map(PublishedEvent::streamId).collect(Collectors.toSet());
        var heads = Streams.heads(connection, streams);
        var parked = parkedRecords.ofStreams(connection, streams);
        var repeats = events.stream()
                .filter(event -> event.version()
                        <= heads.getOrDefault(event.streamId(), StreamHead.NONE).version())
                .toList();
        var known = Streams.events(connection, repeats);
        var intakes = new HashMap<String, StreamIntake>();
        for (var stream : streams) {
            intakes.put(
                    stream,
                    new StreamIntake(
                            heads.getOrDefault(stream, StreamHead.NONE),
                            known.getOrDefault(stream, Map.of()),
                            parked.getOrDefault(stream, List.of()),
                            log));
        }
        return intakes;
    }

    private static Map<String, StreamHead> changed(Map<String, StreamIntake> intakes, List<Entry> entries) {
        var heads = new HashMap<String, StreamHead>();
        entries.forEach(entry -> heads.computeIfAbsent(
                entry.event().streamId(), stream -> intakes.get(stream).head()));
        return heads;
    }
}
