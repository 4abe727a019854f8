package org.depositary.gateway.feeder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.feeder.KafkaRecord.Place;
import org.depositary.gateway.feeder.ParkedRecord.Reason;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.LogHead;
import org.jboss.logging.Logger;

/**
 * Retries parked records, and dismisses records on request. Locks the head of the log as the feeder does, so the two
 * never write at the same time.
 */
@ApplicationScoped
public class ParkedRecordReplay {

    /** A record that is no longer parked, because it is in the change log now or was there already. */
    public record Released(String id, String stream, int version) {

        static Released of(ParkedRecord record) {
            var event = record.event().orElseThrow();
            return new Released(record.place().toString(), event.streamId(), event.version());
        }
    }

    private static final Logger LOG = Logger.getLogger(ParkedRecordReplay.class);
    private static final Pattern ID = Pattern.compile("([A-Za-z0-9_-]{1,64})\\.(\\d{1,9})\\.(\\d{1,18})");

    private final GatewayDatabase database;
    private final ParkedRecordTable parkedRecords;

    ParkedRecordReplay(GatewayDatabase database, ParkedRecordTable parkedRecords) {
        this.database = database;
        this.parkedRecords = parkedRecords;
    }

    /**
     * Retries parked records stream by stream. A stream that the database rejects does not affect the others.
     *
     * @param stream retries only this stream; empty for all streams
     * @param reason {@code gap}, {@code fork} or {@code malformed}; empty for all reasons
     */
    public List<Released> replay(Optional<String> stream, Optional<String> reason) throws SQLException {
        var released = new ArrayList<Released>();
        for (var waiting : waiting(reasons(reason)).entrySet()) {
            if (stream.isEmpty() || stream.get().equals(waiting.getKey())) {
                released.addAll(replay(waiting.getKey(), waiting.getValue()));
            }
        }
        return released;
    }

    private static Set<Reason> reasons(Optional<String> reason) {
        return Set.of(Reason.values()).stream()
                .filter(each -> reason.isEmpty() || reason.get().equals(each.json()))
                .collect(Collectors.toSet());
    }

    /**
     * The streams to retry. Each has those of its records that were malformed when they were parked, but can be parsed
     * now.
     */
    private Map<String, List<ParkedRecord>> waiting(Set<Reason> reasons) throws SQLException {
        return database.transaction(connection -> {
            var streams = new TreeMap<String, List<ParkedRecord>>();
            if (reasons.contains(Reason.MALFORMED)) {
                for (var each : parkedRecords.readableNow(connection)) {
                    streams.computeIfAbsent(each.event().orElseThrow().streamId(), stream -> new ArrayList<>())
                            .add(each);
                }
            }
            parkedRecords.streams(connection, reasons).forEach(stream -> streams.putIfAbsent(stream, List.of()));
            return streams;
        });
    }

    private List<Released> replay(String stream, List<ParkedRecord> readable) throws SQLException {
        try {
            return database.transaction(connection -> replay(connection, LogHead.lock(connection), stream, readable));
        } catch (SQLException failure) {
            if (GatewayDatabase.isTransient(failure)) {
                throw failure;
            }
            LOG.warnf("The parked records of %s still cannot be stored: %s", stream, failure.getMessage());
            return List.of();
        }
    }

    /**
     * Offers all parked records of the stream to the log again, in the order of versions, as if they had just arrived.
     */
    private List<Released> replay(Connection connection, LogHead head, String stream, List<ParkedRecord> readable)
            throws SQLException {
        var before = new ArrayList<>(
                parkedRecords.ofStreams(connection, Set.of(stream)).getOrDefault(stream, List.of()));
        before.addAll(parkedRecords.stillParked(connection, readable));
        before.sort(Comparator.comparing(each -> each.event().orElseThrow().version()));
        var entries = new ArrayList<Entry>();
        var events = before.stream().map(each -> each.event().orElseThrow()).toList();
        var intakes = BatchIntakes.of(connection, events, Map.of(), entries);
        before.forEach(
                each -> intakes.get(stream).take(each.record(), each.event().orElseThrow()));
        var released = settle(connection, before, intakes);
        StreamHeadTable.save(connection, BatchIntakes.changed(intakes, entries));
        ChangeLogInsert.append(connection, head, entries).save(connection);
        return released;
    }

    private List<Released> settle(Connection connection, List<ParkedRecord> before, Map<String, StreamIntake> intakes)
            throws SQLException {
        var parked = intakes.values().stream()
                .flatMap(intake -> intake.parked().stream())
                .toList();
        var places = parked.stream().map(ParkedRecord::place).collect(Collectors.toSet());
        var released =
                before.stream().filter(each -> !places.contains(each.place())).toList();
        parkedRecords.save(connection, parked);
        parkedRecords.delete(
                connection, released.stream().map(ParkedRecord::place).toList());
        return released.stream().map(Released::of).toList();
    }

    /**
     * Removes a parked record for good, and retries the other parked records of its stream.
     *
     * @param id id of the record in {@code GET /api/parked}
     * @param by pseudonymous id of the administrator
     * @param why the administrator's reason
     * @return the records that are stored now; empty if no such record is parked
     */
    public Optional<List<Released>> dismiss(String id, String by, String why) throws SQLException {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var place = new Place(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
        return database.transaction(connection -> {
            var head = LogHead.lock(connection);
            var stream = parkedRecords.dismiss(connection, place, by, why);
            return stream.isEmpty()
                    ? Optional.<List<Released>>empty()
                    : Optional.of(replay(connection, head, stream.get(), List.of()));
        });
    }
}
