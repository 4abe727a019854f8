package org.depositary.gateway.read.instruments;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.EffectiveDate;
import org.depositary.gateway.read.JsonFieldReader;
import org.depositary.gateway.read.KeysetPage;
import org.depositary.gateway.read.ListSortKey;
import org.depositary.gateway.read.NamedSql;
import org.depositary.gateway.read.PageRequest;
import org.depositary.gateway.read.ReadScope;
import org.depositary.gateway.read.ResultRow;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.facts.FactPath;
import org.depositary.gateway.read.instruments.StandingItem.ReservationItem;
import org.depositary.gateway.read.lists.FirstPages;
import org.depositary.gateway.read.lists.ListOfEach;
import org.depositary.gateway.read.lists.ListQuery;
import org.depositary.gateway.read.organizations.OrganizationReads;
import org.depositary.gateway.read.organizations.PartyNameLookup;
import org.depositary.gateway.read.parties.PartyReads;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.instruments.ActKind;
import org.depositary.vocabulary.sources.Source;

/** Reads who is bound by an instrument on a day, and by which instruments a party is bound. */
public record StandingReads(Snapshot snapshot) {

    /** The parties of an instrument, which must be registered. */
    public static final ListQuery<StandingFilter, StandingItem> PARTIES =
            ListQuery.within(ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new InstrumentReads(snapshot)
                    .ofKnown(filter.instrument().orElseThrow(), new StandingReads(snapshot).parties(filter, page)));

    /** The instruments of a party, which must be known. */
    public static final ListQuery<StandingFilter, StandingItem> INSTRUMENTS_OF_PARTY =
            ListQuery.within(ReadScope.WHOLE_LOG, (snapshot, filter, page) -> new PartyReads(snapshot)
                    .ofKnown(filter.party().orElseThrow(), new StandingReads(snapshot).instruments(filter, page)));

    private static final ListSortKey BY_PARTY = new ListSortKey(List.of("party", "opened"), List.of("", ""));
    private static final ListSortKey BY_INSTRUMENT = new ListSortKey(List.of("instrument", "opened"), List.of("", ""));

    private static final String OF_INSTRUMENT = """
            SELECT s.*, i.names, i.force_edtf, i.force_earliest, i.force_latest, i.force_uncertain,
                   i.terminated_edtf, i.terminated_earliest, i.terminated_latest, i.terminated_uncertain,
                   k.status, k.binds
            FROM instrument_in_force(:instrument, :day, :instant) i
            CROSS JOIN standings_at(:instant) s
            CROSS JOIN LATERAL (SELECT coalesce(s.in_force_earliest, i.force_earliest) AS earliest) f
            CROSS JOIN LATERAL (
                SELECT status_of_standing(s.standing, f.earliest, :day) AS status,
                       standing_binds(s.standing, i.ratifications, f.earliest, :day) AS binds) k
            WHERE s.instrument = :instrument AND standing_begins(s.act, s.start_earliest, s.in_force_earliest) <= :day
            AND s.end_latest > :day
            AND (s.party, s.opened) > (:after_party, :after_opened)
            AND (:party::text IS NULL OR s.party = :party)
            AND CASE WHEN :statuses::text[] IS NULL THEN k.binds ELSE k.status = ANY (:statuses) END
            ORDER BY s.party, s.opened LIMIT :limit
            """;

    private static final String OF_PARTY = """
            SELECT s.*, i.names, i.force_edtf, i.force_earliest, i.force_latest, i.force_uncertain,
                   i.terminated_edtf, i.terminated_earliest, i.terminated_latest, i.terminated_uncertain,
                   k.status, k.binds
            FROM standings_at(:instant) s
            CROSS JOIN LATERAL instrument_in_force(s.instrument, :day, :instant) i
            CROSS JOIN LATERAL (SELECT coalesce(s.in_force_earliest, i.force_earliest) AS earliest) f
            CROSS JOIN LATERAL (
                SELECT status_of_standing(s.standing, f.earliest, :day) AS status,
                       standing_binds(s.standing, i.ratifications, f.earliest, :day) AS binds) k
            WHERE s.party = :party AND standing_begins(s.act, s.start_earliest, s.in_force_earliest) <= :day
            AND s.end_latest > :day
            AND (s.instrument, s.opened) > (:after_instrument, :after_opened)
            AND (:instrument::text IS NULL OR s.instrument = :instrument)
            AND CASE WHEN :statuses::text[] IS NULL THEN k.binds ELSE k.status = ANY (:statuses) END
            ORDER BY s.instrument, s.opened LIMIT :limit
            """;

    private static final String OF_EACH_INSTRUMENT = FirstPages.ofEach(OF_INSTRUMENT, "instrument");
    private static final String OF_EACH_PARTY = FirstPages.ofEach(OF_PARTY, "party");

    /** The parties of each of several instruments. */
    public static final ListOfEach<StandingFilter, StandingItem> PARTIES_OF_EACH_INSTRUMENT =
            (snapshot, instruments, filter, size) ->
                    new StandingReads(snapshot).ofEach(OF_EACH_INSTRUMENT, BY_PARTY, instruments, filter, size);

    /** The instruments of each of several parties. */
    public static final ListOfEach<StandingFilter, StandingItem> INSTRUMENTS_OF_EACH_PARTY =
            (snapshot, parties, filter, size) ->
                    new StandingReads(snapshot).ofEach(OF_EACH_PARTY, BY_INSTRUMENT, parties, filter, size);

    /** One row of a page, before the names of parties are known. */
    private record Row(
            String instrument,
            Map<String, String> names,
            String party,
            String status,
            boolean binds,
            String opened,
            ActKind act,
            PartialDate effective,
            Optional<PartialDate> inForceOfAct,
            Optional<PartialDate> inForceOfInstrument,
            Optional<PartialDate> until,
            Optional<PartialDate> signed,
            Optional<String> territory,
            JsonNode reservations,
            boolean disputed,
            List<Source> sources) {

        static Row read(ResultRow row) throws SQLException {
            return new Row(
                    row.text("instrument"),
                    JsonFieldReader.texts(row.json("names")),
                    row.text("party"),
                    row.text("status"),
                    row.flag("binds"),
                    row.text("opened"),
                    ActKind.of(row.text("act")),
                    row.date("start"),
                    row.optionalDate("in_force"),
                    row.optionalDate("force").map(InstrumentReads::computed),
                    first(row.optionalDate("end"), row.optionalDate("terminated")),
                    row.optionalText("signed").map(PartialDate::parse),
                    row.optionalText("territory"),
                    row.json("reservations"),
                    row.flag("disputed"),
                    row.sources("sources"));
        }

        private static Optional<PartialDate> first(Optional<PartialDate> one, Optional<PartialDate> other) {
            return Stream.of(one, other).flatMap(Optional::stream).min(PartialDate.IN_TIME);
        }

        /** When the instrument entered into force for the party: not before its own act. */
        Optional<PartialDate> inForce() {
            return inForceOfAct.or(() -> inForceOfInstrument.map(instrument -> later(instrument, effective)));
        }

        /** Returns the later date. If their bounds leave open which one that is, returns the bounds of the later one. */
        private static PartialDate later(PartialDate one, PartialDate other) {
            boolean inOrder = PartialDate.IN_TIME.compare(one, other) <= 0;
            var earlier = inOrder ? one : other;
            var later = inOrder ? other : one;
            var end = later.latest();
            boolean isLast = end.isEmpty()
                    || earlier.latest().filter(day -> !day.isAfter(end.get())).isPresent();
            return isLast
                    ? later
                    : InstrumentReads.computed(new PartialDate(
                            "", later.earliest(), earlier.latest(), earlier.uncertain() || later.uncertain()));
        }

        PartialDate since() {
            return status.equals("party") ? inForce().orElse(effective) : effective;
        }

        Certainty certainty(LocalDate day) {
            boolean doubtful = status.equals("signatory") && binds;
            return doubtful
                    ? Certainty.POSSIBLE
                    : Certainty.onDay(day, since(), until).orElse(Certainty.POSSIBLE);
        }
    }

    private KeysetPage<StandingItem> parties(StandingFilter filter, PageRequest page) throws SQLException {
        return items(snapshot.page(filter.bind(NamedSql.of(OF_INSTRUMENT)), BY_PARTY, page, Row::read));
    }

    private KeysetPage<StandingItem> instruments(StandingFilter filter, PageRequest page) throws SQLException {
        return items(snapshot.page(filter.bind(NamedSql.of(OF_PARTY)), BY_INSTRUMENT, page, Row::read));
    }

    private Map<String, KeysetPage<StandingItem>> ofEach(
            String text, ListSortKey key, List<String> parents, StandingFilter filter, int size) throws SQLException {
        var sql = filter.bind(NamedSql.of(text)).with("parents", parents);
        var rows = FirstPages.read(snapshot, sql, key, size, Row::read);
        var names = names(rows.values().stream().flatMap(page -> page.items().stream()));
        return FirstPages.map(rows, row -> item(row, names));
    }

    private KeysetPage<StandingItem> items(KeysetPage<Row> rows) throws SQLException {
        var names = names(rows.items().stream());
        return rows.map(row -> item(row, names));
    }

    private PartyNameLookup names(Stream<Row> rows) throws SQLException {
        return new OrganizationReads(snapshot).names(rows.map(Row::party).collect(Collectors.toSet()));
    }

    private StandingItem item(Row row, PartyNameLookup names) {
        return new StandingItem(
                row.instrument(),
                snapshot.languages().pick(row.names()).orElse(row.instrument()),
                row.party(),
                names.of(row.party()),
                row.status(),
                EffectiveDate.of(row.since()),
                row.until().map(EffectiveDate::of),
                row.act().toString(),
                row.signed().map(EffectiveDate::of),
                Optional.of(row.effective())
                        .filter(date -> row.act().isConsent())
                        .map(EffectiveDate::of),
                row.inForce().map(EffectiveDate::of),
                row.territory(),
                reservations(row.reservations()),
                row.certainty(snapshot.day()).json(),
                row.disputed(),
                FactPath.of("act", row.opened()),
                row.sources());
    }

    private List<ReservationItem> reservations(JsonNode reservations) {
        return JsonFieldReader.elements(reservations)
                .sorted(Comparator.comparing(StandingReads::effective, PartialDate.IN_TIME))
                .flatMap(reservation -> reservation(reservation).stream())
                .toList();
    }

    private static PartialDate effective(JsonNode reservation) {
        return PartialDate.parse(reservation.path("effective").asText());
    }

    private Optional<ReservationItem> reservation(JsonNode reservation) {
        var id = reservation.path("id").asText();
        var effective = effective(reservation);
        var until = JsonFieldReader.text(reservation, "until").map(PartialDate::parse);
        return Certainty.onDay(snapshot.day(), effective, until)
                .map(certainty -> new ReservationItem(
                        id,
                        FactPath.of("act", id),
                        EffectiveDate.of(effective),
                        until.map(EffectiveDate::of),
                        JsonFieldReader.text(reservation, "text"),
                        JsonFieldReader.text(reservation, "territory"),
                        certainty.json(),
                        reservation.path("disputed").asBoolean()));
    }
}
