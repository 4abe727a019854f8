package org.depositary.vocabulary.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes are written as "accession 1992"; the first has the id 1, and so on. Spans as "member 1:1992 – 2:1999". */
class MembershipTimelineTest {

    private static final int SEQUENCE_LENGTH = 4;

    @Test
    void without_changes_there_is_nothing() {
        assertThat(MembershipTimeline.of(List.of())).isEqualTo(new MembershipTimeline(List.of(), List.of()));
        assertThat(MembershipTimeline.conflict(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guest-status, guest",
        "observer-status, observer",
        "dialogue-partner-status, dialogue-partner",
        "associate-status, associate",
        "accession, member",
    })
    void a_status_opens_a_span(String change, String status) {
        assertSpans(List.of(change + " 2004"), status + " 1:2004 –");
    }

    @Test
    void a_span_lasts_from_change_to_change() {
        assertSpans(
                List.of("observer-status 2005-07-05", "accession 2017-06-09"),
                "observer 1:2005-07-05 – 2:2017-06-09",
                "member 2:2017-06-09 –");
    }

    @Test
    void a_party_leaves_and_comes_back() {
        assertSpans(
                List.of("accession 1992", "withdrawal 1999", "accession 2006-08-16", "withdrawal 2012-12-19"),
                "member 1:1992 – 2:1999",
                "member 3:2006-08-16 – 4:2012-12-19");
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWAL", "EXPULSION", "LAPSE"})
    void leaving_ends_the_status_and_opens_no_span(MembershipChangeKind leaving) {
        assertSpans(List.of("observer-status 2004", leaving + " 2010"), "observer 1:2004 – 2:2010");
    }

    @Test
    void a_reinstatement_restores_what_was_suspended() {
        assertSpans(
                List.of("associate-status 1990", "suspension 1995", "reinstatement 1997"),
                "associate 1:1990 – 2:1995",
                "suspended 2:1995 – 3:1997",
                "associate 3:1997 –");
    }

    @Test
    void a_suspended_party_can_leave() {
        assertSpans(
                List.of("accession 1990", "suspension 1995", "expulsion 1997"),
                "member 1:1990 – 2:1995",
                "suspended 2:1995 – 3:1997");
    }

    @Test
    void a_status_can_go_down() {
        assertSpans(
                List.of("accession 1990", "associate-status 1995", "guest-status 1996"),
                "member 1:1990 – 2:1995",
                "associate 2:1995 – 3:1996",
                "guest 3:1996 –");
    }

    @Test
    void changes_apply_in_effective_order_whenever_they_were_recorded() {
        assertSpans(
                List.of("withdrawal 2012-12-19", "accession 2006-08-16", "withdrawal 1999", "accession 1992"),
                "member 4:1992 – 3:1999",
                "member 2:2006-08-16 – 1:2012-12-19");
    }

    @Test
    void what_may_come_earlier_comes_first() {
        assertSpans(List.of("withdrawal 1999-06", "accession 1999"), "member 2:1999 – 1:1999-06");
        assertSpans(List.of("withdrawal 1999", "accession ../1999"), "member 2:../1999 – 1:1999");
    }

    @Test
    void of_what_may_come_equally_early_the_sooner_comes_first() {
        assertSpans(List.of("withdrawal 1999", "accession 1999-01-01"), "member 2:1999-01-01 – 1:1999");
        assertSpans(List.of("withdrawal 1999/..", "accession 1999"), "member 2:1999 – 1:1999/..");
    }

    @Test
    void of_equal_dates_the_first_recorded_comes_first() {
        assertSpans(List.of("accession 1999", "suspension 1999"), "member 1:1999 – 2:1999", "suspended 2:1999 –");
        assertConflict(List.of("suspension 1999", "accession 1999"), "1", "");
    }

    @Test
    void a_candidacy_stands_beside_the_status() {
        var changes = changes(
                List.of("observer-status 2005", "interest 2008~", "application 2010-02", "accession 2017-06-09"));
        assertThat(spans(changes)).containsExactly("observer 1:2005 – 4:2017-06-09", "member 4:2017-06-09 –");
        assertThat(candidacies(changes))
                .containsExactly("interested 2:2008~ – 3:2010-02", "applicant 3:2010-02 – 4:2017-06-09");
        assertThat(MembershipTimeline.conflict(changes)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSAL", "APPLICATION_WITHDRAWAL"})
    void a_candidacy_ends_without_a_status_and_may_begin_again(MembershipChangeKind end) {
        var changes = changes(List.of("application 2008", end + " 2009", "interest 2010"));
        assertThat(spans(changes)).isEmpty();
        assertThat(candidacies(changes)).containsExactly("applicant 1:2008 – 2:2009", "interested 3:2010 –");
    }

    @Test
    void other_statuses_leave_a_candidacy_open() {
        var changes = changes(List.of("application 2008", "observer-status 2009", "withdrawal 2010"));
        assertThat(spans(changes)).containsExactly("observer 2:2009 – 3:2010");
        assertThat(candidacies(changes)).containsExactly("applicant 1:2008 –");
    }

    @Test
    void one_who_left_may_apply_again() {
        var changes = changes(List.of("accession 1992", "withdrawal 1999", "application 2005", "accession 2006"));
        assertThat(MembershipTimeline.conflict(changes)).isEmpty();
        assertThat(candidacies(changes)).containsExactly("applicant 3:2005 – 4:2006");
    }

    @ParameterizedTest(name = "after {0}: {1} collides with {2}")
    @CsvSource({
        "accession 1992, accession 2006, 1",
        "observer-status 2004, observer-status 2005, 1",
        "guest-status 2004, guest-status 2005, 1",
        "dialogue-partner-status 2004, dialogue-partner-status 2005, 1",
        "associate-status 2004, associate-status 2005, 1",
        "accession 1992; suspension 1995, accession 2006, 2",
        "accession 1992; suspension 1995, observer-status 2006, 2",
        "observer-status 1992; suspension 1995, accession 2006, 2",
        "accession 1992; suspension 1995, suspension 1996, 2",
        "accession 1992; withdrawal 1999, suspension 2000, 2",
        "accession 1992; withdrawal 1999, withdrawal 2012, 2",
        "accession 1992; withdrawal 1999, expulsion 2012, 2",
        "accession 1992; lapse 1999, lapse 2012, 2",
        "accession 1992; withdrawal 1999, reinstatement 2012, 2",
        "accession 1992, reinstatement 2012, 1",
        "accession 1992; suspension 1995; reinstatement 1996, reinstatement 1997, 3",
        "accession 1992; suspension 1995; reinstatement 1996, accession 1997, 3",
        "accession 1992, interest 1995, 1",
        "accession 1992, application 1995, 1",
        "accession 1992; suspension 1993, application 1995, 2",
        "interest 1992, interest 1995, 1",
        "application 1992, interest 1995, 1",
        "application 1992, application 1995, 1",
        "application 1992; refusal 1993, refusal 1995, 2",
        "application 1992; accession 1993, refusal 1995, 2",
        "interest 1992; application-withdrawal 1993, application-withdrawal 1995, 2",
    })
    void a_change_that_cannot_follow_collides_with_the_one_that_forbids_it(
            String before, String offending, String with) {
        var changes = new ArrayList<>(List.of(before.split("; ")));
        changes.add(offending);
        assertConflict(changes, String.valueOf(changes.size()), with);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SUSPENSION",
                "REINSTATEMENT",
                "WITHDRAWAL",
                "EXPULSION",
                "LAPSE",
                "REFUSAL",
                "APPLICATION_WITHDRAWAL"
            })
    void a_party_that_never_was_in_collides_with_no_other_change(MembershipChangeKind change) {
        assertConflict(List.of(change + " 2012"), "1", "");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "withdrawal 2012 | withdrawal on 2012 is not possible: the party had no status before.",
                "accession 1992; accession 2006~ | "
                        + "accession on 2006~ is not possible: the party is member since 1992.",
                "accession 1992; withdrawal 1999; lapse 2012 | "
                        + "lapse on 2012 is not possible: the party has no status since 1999.",
                "accession 1992; suspension 1999; accession 2012 | "
                        + "accession on 2012 is not possible: the party is suspended since 1999.",
                "application 2010; interest 2012 | "
                        + "interest on 2012 is not possible: the party is applicant since 2010.",
                "refusal 2012 | refusal on 2012 is not possible: the party was not a candidate before.",
                "interest 2008; refusal 2010; refusal 2012 | "
                        + "refusal on 2012 is not possible: the party is not a candidate since 2010.",
            })
    void a_conflict_says_why_in_a_sentence(String changes, String reason) {
        assertThat(MembershipTimeline.conflict(changes(List.of(changes.split("; ")))))
                .map(TimelineConflict::reason)
                .contains(reason);
    }

    @Test
    void an_exit_recorded_before_a_known_one_makes_that_one_the_offending() {
        assertConflict(List.of("accession 1992", "withdrawal 2012", "withdrawal 1999"), "2", "3");
    }

    @Test
    void the_first_conflict_in_time_is_told() {
        assertConflict(List.of("withdrawal 2012", "withdrawal 1999"), "2", "");
    }

    @Test
    void a_change_that_cannot_be_leaves_the_spans_alone() {
        var changes = changes(List.of("accession 1992", "accession 1995", "refusal 1996", "withdrawal 1999"));
        assertThat(spans(changes)).containsExactly("member 1:1992 – 4:1999");
        assertThat(candidacies(changes)).isEmpty();
    }

    @Test
    void any_changes_make_a_timeline_whose_spans_are_in_time_and_only_the_last_is_open() {
        var random = new Random(20010615);
        for (int round = 0; round < 2_000; round++) {
            var changes = changes(IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> MembershipChangeKind.values()[random.nextInt(MembershipChangeKind.values().length)]
                            + " " + (1990 + random.nextInt(20)))
                    .toList());
            var timeline = MembershipTimeline.of(changes);
            assertClosedInTime(timeline.spans(), StatusSpan::since, StatusSpan::until);
            assertClosedInTime(timeline.candidacies(), CandidacySpan::since, CandidacySpan::until);
            assertThat(timeline.spans()).noneMatch(span -> span.status() == MembershipStatus.NONE);
        }
    }

    private static <S> void assertClosedInTime(
            List<S> spans, Function<S, PartialDate> since, Function<S, Optional<PartialDate>> until) {
        for (int i = 0; i < spans.size() - 1; i++) {
            var end = until.apply(spans.get(i)).orElseThrow();
            assertThat(PartialDate.IN_TIME.compare(since.apply(spans.get(i)), end))
                    .isLessThanOrEqualTo(0);
            assertThat(PartialDate.IN_TIME.compare(end, since.apply(spans.get(i + 1))))
                    .isLessThanOrEqualTo(0);
        }
    }

    @Test
    void enums_go_by_their_names_in_json() {
        assertThat(Stream.of(MembershipChangeKind.values()).map(MembershipChangeKind::json))
                .containsExactly(
                        "guest-status",
                        "observer-status",
                        "dialogue-partner-status",
                        "associate-status",
                        "accession",
                        "suspension",
                        "reinstatement",
                        "withdrawal",
                        "expulsion",
                        "lapse",
                        "interest",
                        "application",
                        "refusal",
                        "application-withdrawal");
        assertThat(Stream.of(MembershipStatus.values()).map(MembershipStatus::json))
                .containsExactly("guest", "observer", "dialogue-partner", "associate", "member", "suspended", "none");
        assertThat(Stream.of(Candidacy.values()).map(Candidacy::json)).containsExactly("interested", "applicant");
        assertThat(MembershipChangeKind.values())
                .allMatch(change -> MembershipChangeKind.of(change.toString()) == change);
        assertThat(MembershipStatus.values()).allMatch(status -> MembershipStatus.of(status.toString()) == status);
        assertThat(Candidacy.values()).allMatch(candidacy -> Candidacy.of(candidacy.toString()) == candidacy);
    }

    /** The URL of a span has the id of the change that opened it. */
    @Test
    void no_change_opens_two_spans() {
        var kinds = MembershipChangeKind.values();
        var effective = PartialDate.parse("2001");
        for (int sequence = 0; sequence < Math.pow(kinds.length, SEQUENCE_LENGTH); sequence++) {
            var changes = new ArrayList<DatedMembershipChange>();
            for (int rest = sequence; changes.size() < SEQUENCE_LENGTH; rest /= kinds.length) {
                changes.add(new DatedMembershipChange("" + changes.size(), kinds[rest % kinds.length], effective));
            }
            var timeline = MembershipTimeline.of(changes);
            var opened = Stream.concat(
                    timeline.spans().stream().map(StatusSpan::opened),
                    timeline.candidacies().stream().map(CandidacySpan::opened));
            assertThat(opened).doesNotHaveDuplicates();
        }
    }

    @Test
    void other_names_are_refused_with_those_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Candidacy.of("hopeful"))
                .withMessage("'hopeful' is unknown. Use one of: interested, applicant.");
        assertThatIllegalArgumentException().isThrownBy(() -> MembershipChangeKind.of("ACCESSION"));
        assertThatIllegalArgumentException().isThrownBy(() -> MembershipStatus.of(null));
    }

    private static void assertSpans(List<String> texts, String... spans) {
        assertThat(spans(changes(texts))).containsExactly(spans);
        assertThat(MembershipTimeline.conflict(changes(texts))).isEmpty();
    }

    private static void assertConflict(List<String> texts, String offending, String with) {
        assertThat(MembershipTimeline.conflict(changes(texts))).hasValueSatisfying(conflict -> {
            assertThat(conflict.offending().id()).isEqualTo(offending);
            assertThat(conflict.with().map(DatedMembershipChange::id).orElse(""))
                    .isEqualTo(with);
        });
    }

    private static List<DatedMembershipChange> changes(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> change(String.valueOf(i + 1), texts.get(i).split(" ")))
                .toList();
    }

    private static DatedMembershipChange change(String id, String[] words) {
        return new DatedMembershipChange(id, MembershipChangeKind.of(words[0]), PartialDate.parse(words[1]));
    }

    private static Stream<String> spans(List<DatedMembershipChange> changes) {
        return MembershipTimeline.of(changes).spans().stream()
                .map(span -> span(span.status(), span.opened(), span.since(), span.closed(), span.until()));
    }

    private static Stream<String> candidacies(List<DatedMembershipChange> changes) {
        return MembershipTimeline.of(changes).candidacies().stream()
                .map(span -> span(span.candidacy(), span.opened(), span.since(), span.closed(), span.until()));
    }

    private static String span(
            Object what, String opened, PartialDate since, Optional<String> closed, Optional<PartialDate> until) {
        var end = closed.map(id -> " " + id + ":" + until.orElseThrow()).orElse("");
        return "%s %s:%s –%s".formatted(what, opened, since, end);
    }
}
