package org.depositary.gateway.feeder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.gateway.feeder.Offsets.Partition;
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
     * @param parked what could not
     */
    record Outcome(long head, List<PublishedEvent> entered, List<Parked> parked, Placement placement) {}

    /** What entered, and what is parked or no longer is. */
    private record Admitted(List<Entry> entries, List<Parked> parked) {}

    private final Database database;
    private final ParkedRecords parkedRecords;
    private final EventReader reader;

    ChangeLog(Database database, ParkedRecords parkedRecords, EventReader reader) {
        this.database = database;
        this.parkedRecords = parkedRecords;
        this.reader = reader;
    }

    EventReader reader() {
        return reader;
    }

    Map<Partition, Long> nextOffsets(Collection<Partition> partitions) throws SQLException {
        return database.transaction(connection -> {
            Database.findRowsByKey(connection);
            return Offsets.next(connection, partitions);
        });
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
            var admitted = admit(connection, placement.fitting());
            head = Entries.append(connection, head, admitted.entries());
            head.save(connection);
            Offsets.move(connection, placement.moves());
            var entered = admitted.entries().stream().map(Entry::event).toList();
            return new Outcome(head.seq(), entered, admitted.parked(), placement);
        });
    }

    private Admitted admit(Connection connection, List<Arrival> records) throws SQLException {
        var entries = new ArrayList<Entry>();
        var events = records.stream().flatMap(each -> each.event().stream()).toList();
        var waiting = parkedRecords.ofStreams(connection, Intakes.streams(events));
        var intakes = Intakes.of(connection, events, waiting, entries);
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
        Streams.save(connection, Intakes.changed(intakes, entries));
        return new Admitted(entries, parked);
    }
}
