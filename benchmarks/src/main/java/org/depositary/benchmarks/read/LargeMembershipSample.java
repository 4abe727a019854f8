package org.depositary.benchmarks.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.depositary.benchmarks.read.SampleRegisterGenerator.Event;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;

/** Generates a register of 100,000 memberships: 500 organisations with 200 parties each. Many parties have left. */
final class LargeMembershipSample {

    static final int ORGANIZATIONS = 500;
    static final int PARTIES = 200;
    private static final int FIRST_YEAR = 1946;
    private static final int LAST_YEAR = 2020;
    private static final Instant RECORDED = Instant.parse("2025-01-01T00:00:00Z");

    record Membership(String organization, String party, UUID opened, LocalDate from, LocalDate to) {

        boolean lasts() {
            return to.equals(LocalDate.MAX);
        }
    }

    private LargeMembershipSample() {}

    static String organization(int number) {
        return "org-%03d".formatted(number);
    }

    static List<Membership> all() {
        var random = new Random(5);
        // The spans of a former state end with it, which the other sides do not know.
        var parties = PartyLookup.all().stream()
                .filter(party -> PartyLookup.former(party).isEmpty())
                .map(Party::code)
                .sorted()
                .limit(PARTIES)
                .toList();
        var all = new ArrayList<Membership>();
        for (int organization = 0; organization < ORGANIZATIONS; organization++) {
            for (var party : parties) {
                var from = LocalDate.ofYearDay(random.nextInt(FIRST_YEAR, LAST_YEAR), random.nextInt(1, 365));
                var to = random.nextInt(3) == 0 ? from.plusDays(random.nextInt(200, 9_000)) : LocalDate.MAX;
                all.add(new Membership(
                        organization(organization), party, new UUID(random.nextLong(), random.nextLong()), from, to));
            }
        }
        return all;
    }

    static List<Event> events(List<Membership> memberships) {
        var events = new ArrayList<Event>();
        for (int organization = 0; organization < ORGANIZATIONS; organization++) {
            var id = organization(organization);
            events.add(event(
                    "organization-registered",
                    "organization:" + id,
                    1,
                    UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                    """
                    {"id": "%s", "names": {"en": "Organisation %1$s"}, "sources": [{"title": "A yearbook"}]}""".formatted(id)));
        }
        for (var membership : memberships) {
            var stream = "membership:%s/%s".formatted(membership.organization(), membership.party());
            events.add(change(membership, stream, 1, membership.opened(), "accession", membership.from()));
            if (!membership.lasts()) {
                var closed = new UUID(
                        membership.opened().getLeastSignificantBits(),
                        membership.opened().getMostSignificantBits());
                events.add(change(membership, stream, 2, closed, "withdrawal", membership.to()));
            }
        }
        return events;
    }

    private static Event change(
            Membership of, String stream, int version, UUID id, String change, LocalDate effective) {
        return event("membership-changed", stream, version, id, """
                {"id": "%s", "organization": "%s", "party": "%s", "change": "%s", "effective": "%s", "founding": false, \
                "sources": [{"title": "Yearbook of International Organizations", "published": "2020", "locator": "p. 12"}]}""".formatted(
                        id, of.organization(), of.party(), change, effective));
    }

    private static Event event(String name, String stream, int version, UUID id, String data) {
        return new Event("membership", name, stream, version, id, RECORDED, data);
    }
}
