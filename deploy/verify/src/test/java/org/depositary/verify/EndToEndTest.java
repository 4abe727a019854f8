package org.depositary.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The members of the starting register on a day, as known at an instant, with their sources. */
@ExtendWith(SharedInstallation.class)
class EndToEndTest {

    private static final Set<String> SIX = Set.of("CN", "KZ", "KG", "RU", "TJ", "UZ");

    private final OriginClient reader;
    private final OriginClient curator;

    EndToEndTest(TestInstallation installation) {
        this.reader = installation.client();
        this.curator = reader.with(installation.token("curator"));
    }

    @Test
    void the_sco_on_the_day_after_astana_has_six_members_and_four_observers() {
        var members = members("sco", "on=2005-07-06");
        assertThat(parties(members, status("member"))).isEqualTo(SIX);
        assertThat(parties(members, status("observer"))).isEqualTo(Set.of("MN", "PK", "IN", "IR"));
        assertThat(members).allSatisfy(member -> {
            assertThat(member.path("name").asText()).isNotEmpty();
            assertThat(member.path("certainty").asText()).isEqualTo("certain");
            assertThat(member.path("sources")).isNotEmpty();
            assertThat(member.path("change").asText()).startsWith("/api/membership-changes/");
        });
    }

    @Test
    void the_sco_in_2003_has_six_members_and_no_observer() {
        var members = members("sco", "on=2003-01-01");
        assertThat(parties(members, status("member"))).isEqualTo(SIX);
        assertThat(parties(members, status("observer"))).isEmpty();
    }

    @Test
    void a_status_filter_leaves_the_others_out() {
        var observers = members("sco", "on=2005-07-06&status=observer");
        assertThat(parties(observers, all -> true)).isEqualTo(Set.of("MN", "PK", "IN", "IR"));
    }

    @Test
    void uzbekistan_is_in_the_csto_in_2008_and_out_in_2013() {
        assertThat(parties(members("csto", "on=2008-01-01"), status("member"))).contains("UZ");
        assertThat(parties(members("csto", "on=2013-06-01"), all -> true))
                .isNotEmpty()
                .doesNotContain("UZ");
    }

    @Test
    void the_timeline_with_predecessors_tells_two_entries_and_two_exits() {
        var spans =
                reader
                        .get("/api/organizations/csto/timeline?with-predecessors=true&limit=1000")
                        .expect(200)
                        .items()
                        .stream()
                        .filter(span -> span.path("party").asText().equals("UZ"))
                        .toList();
        assertThat(spans).extracting(span -> span.path("organization").asText()).containsExactly("cst", "csto");
        assertThat(spans)
                .extracting(span -> span.path("since").path("edtf").asText())
                .containsExactly("1992-05-15", "2006");
        assertThat(spans)
                .extracting(span -> span.path("until").path("edtf").asText())
                .containsExactly("1999", "2012");
        assertThat(spans).allSatisfy(span -> {
            assertThat(span.path("opened").asText()).startsWith("/api/membership-changes/");
            assertThat(span.path("closed").asText()).startsWith("/api/membership-changes/");
        });
    }

    @Test
    void uzbekistans_memberships_in_2008_are_the_sco_and_the_csto() {
        var memberships = reader.get("/api/parties/UZ/memberships?on=2008-01-01")
                .expect(200)
                .items();
        assertThat(memberships)
                .extracting(membership -> membership.path("organization").asText())
                .containsExactlyInAnyOrder("sco", "csto");
    }

    @Test
    void pakistan_is_observer_and_applicant_at_once() {
        var pakistan = members("sco", "on=2010-03-01").stream()
                .filter(member -> member.path("party").asText().equals("PK"))
                .toList();
        assertThat(pakistan).hasSize(1);
        assertThat(pakistan.getFirst().path("status").asText()).isEqualTo("observer");
        assertThat(pakistan.getFirst().path("candidacy").asText()).isEqualTo("applicant");
    }

    @Test
    void chinas_exercises_from_2005_to_2007_are_four() {
        var exercises = reader.get("/api/exercises?party=CN&from=2005&to=2007")
                .expect(200)
                .items();
        assertThat(exercises)
                .extracting(exercise -> exercise.path("name").asText())
                .contains(
                        "Peace Mission 2005",
                        "Peace Mission 2007",
                        "East-Antiterror 2006",
                        "Issyk-Kul Antiterror 2007");
    }

    @Test
    void after_a_correction_the_past_still_answers_as_it_did() {
        var before = reader.get("/api/organizations/sco/members?on=2001-06-15").expect(200);
        var uzbekistan = one(before.items(), "UZ");
        var fact = uzbekistan.path("change").asText();
        var recordings = recordings(fact);
        var recordedAt = recordings.get(0).path("recordedAt").asText();

        var corrected = curator.post(
                        fact + "/corrections",
                        Map.of(
                                "effective", "2001-06-16",
                                "reason", "Another source dates it one day later",
                                "sources", List.of(CommandBodies.SOURCE)))
                .expect(201);

        var version = corrected.header("Depositary-Version");
        var now = reader.getAfter(version, "/api/organizations/sco/members?on=2001-06-15");
        assertThat(parties(now.expect(200).items(), status("member")))
                .doesNotContain("UZ")
                .contains("KZ");
        assertThat(parties(members("sco", "on=2001-06-16"), status("member"))).contains("UZ");

        var byInstant = members("sco", "on=2001-06-15&known-at=" + recordedAt);
        var byCursor = members("sco", "on=2001-06-15&known-at=" + before.cursor());
        assertThat(one(byInstant, "UZ").path("since").path("edtf").asText()).isEqualTo("2001-06-15");
        assertThat(byCursor).isEqualTo(before.items());
        assertThat(recordings(fact)).hasSize(recordings.size() + 1);
    }

    private JsonNode recordings(String fact) {
        return reader.get(fact).expect(200).body().path("recordings");
    }

    private List<JsonNode> members(String organization, String query) {
        return reader.get("/api/organizations/%s/members?%s".formatted(organization, query))
                .expect(200)
                .items();
    }

    private static JsonNode one(List<JsonNode> members, String party) {
        return members.stream()
                .filter(member -> member.path("party").asText().equals(party))
                .findFirst()
                .orElseThrow(() -> new AssertionError(party + " is not among " + members));
    }

    private static Predicate<JsonNode> status(String status) {
        return member -> member.path("status").asText().equals(status);
    }

    private static Set<String> parties(List<JsonNode> members, Predicate<JsonNode> which) {
        return members.stream()
                .filter(which)
                .map(member -> member.path("party").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
