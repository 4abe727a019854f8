package org.depositary.vocabulary.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActTimelineTest {

    private final List<DatedAct> acts = new ArrayList<>();

    private ActTimelineTest act(String kind, String effective) {
        return add(kind, effective, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private ActTimelineTest inForce(String kind, String effective, String inForce) {
        return add(kind, effective, Optional.of(PartialDate.parse(inForce)), Optional.empty(), Optional.empty());
    }

    private ActTimelineTest inTerritory(String kind, String effective, String territory) {
        return add(kind, effective, Optional.empty(), Optional.of(territory), Optional.empty());
    }

    private ActTimelineTest withdrawal(String effective, String reservation) {
        return add("reservation-withdrawal", effective, Optional.empty(), Optional.empty(), Optional.of(reservation));
    }

    private ActTimelineTest add(
            String kind,
            String effective,
            Optional<PartialDate> inForce,
            Optional<String> territory,
            Optional<String> reservation) {
        var id = kind + "@" + effective;
        acts.add(new DatedAct(id, ActKind.of(kind), PartialDate.parse(effective), inForce, territory, reservation));
        return this;
    }

    private void assertConflict(String offending, String... with) {
        var conflict = ActTimeline.conflict(acts).orElseThrow();
        assertThat(conflict.offending().id()).isEqualTo(offending);
        assertThat(conflict.with()).extracting(DatedAct::id).containsExactly(with);
    }

    private void assertCoherent() {
        assertThat(ActTimeline.conflict(acts)).isEmpty();
    }

    private List<String> spans() {
        return ActTimeline.of(acts).spans().stream()
                .map(span -> "%s %s..%s"
                        .formatted(
                                span.standing(),
                                span.opened().id(),
                                span.closed().map(DatedAct::id).orElse("")))
                .toList();
    }

    @Test
    void a_party_signs_ratifies_and_denounces() {
        act("denunciation", "2010").act("ratification", "2003-01-10").act("signature", "2001-06-15");

        assertCoherent();
        assertThat(spans())
                .containsExactly(
                        "signatory signature@2001-06-15..ratification@2003-01-10",
                        "bound ratification@2003-01-10..denunciation@2010");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratification", "acceptance", "approval", "accession", "succession"})
    void a_party_consents_once(String consent) {
        act("ratification", "2002").act(consent, "2004");

        assertConflict(consent + "@2004", "ratification@2002");
    }

    @Test
    void a_signature_that_binds_needs_no_ratification() {
        inForce("signature", "1996-04-26", "1998-05-07");
        assertThat(spans()).containsExactly("bound signature@1996-04-26..");

        act("ratification", "1997");
        assertConflict("ratification@1997", "signature@1996-04-26");
    }

    @Test
    void a_party_signs_once_and_before_its_consent() {
        act("signature", "2001").act("signature", "2002");
        assertConflict("signature@2002", "signature@2001");

        acts.clear();
        act("accession", "2001").act("signature", "2002");
        assertConflict("signature@2002", "accession@2001");
    }

    @ParameterizedTest
    @CsvSource({
        "ratification, false",
        "acceptance, false",
        "approval, false",
        "succession, false",
        "accession, true",
        "signature, true"
    })
    void after_a_denunciation_a_party_signs_again_or_accedes(String next, boolean possible) {
        act("accession", "1992").act("denunciation", "1999").act(next, "2006");

        if (possible) {
            assertCoherent();
        } else {
            assertConflict(next + "@2006", "denunciation@1999");
        }
    }

    @Test
    void only_a_party_that_signed_or_consented_denounces_and_once() {
        act("declaration", "2001").act("denunciation", "2002");
        assertConflict("denunciation@2002");

        acts.clear();
        act("signature", "2001").act("denunciation", "2002").act("denunciation", "2003");
        assertConflict("denunciation@2003", "denunciation@2002");

        acts.clear();
        act("accession", "2001").act("denunciation", "2002").act("denunciation", "2003");
        assertConflict("denunciation@2003", "denunciation@2002");
    }

    @Test
    void a_denunciation_may_follow_a_signature_because_a_source_need_not_report_the_ratification() {
        act("signature", "1992-05-15").act("denunciation", "1999");
        assertCoherent();
        assertThat(spans()).containsExactly("signatory signature@1992-05-15..denunciation@1999");

        act("ratification", "1993");
        assertCoherent();
        assertThat(spans())
                .containsExactly(
                        "signatory signature@1992-05-15..ratification@1993",
                        "bound ratification@1993..denunciation@1999");

        acts.removeLast();
        act("ratification", "2006");
        assertConflict("ratification@2006", "denunciation@1999");
    }

    @Test
    void a_ratification_that_may_be_of_the_same_time_comes_before_the_denunciation() {
        act("signature", "1992").act("denunciation", "1999-01-01").act("ratification", "1999");

        assertCoherent();
    }

    @Test
    void until_a_denunciation_takes_effect_the_party_is_bound() {
        act("accession", "1992").act("reservation", "1992").inForce("denunciation", "1999-02", "1999-08-01");
        act("reservation-withdrawal", "1999-05");
        assertCoherent();
        assertThat(ActTimeline.of(acts).reservations()).singleElement().satisfies(span -> assertThat(
                        span.closed().orElseThrow().kind())
                .isEqualTo(ActKind.RESERVATION_WITHDRAWAL));

        acts.removeLast();
        act("accession", "1999-05");
        assertConflict("accession@1999-05", "accession@1992");

        acts.removeLast();
        act("accession", "1999-08-01");
        assertCoherent();
        assertThat(spans())
                .containsExactly("bound accession@1992..denunciation@1999-02", "bound accession@1999-08-01..");
    }

    @Test
    void a_notice_of_denunciation_comes_after_the_consent() {
        inForce("denunciation", "1990-02", "1990-08").act("accession", "1990-05-01");

        assertConflict("denunciation@1990-02", "accession@1990-05-01");
    }

    @Test
    void a_reservation_needs_a_signature_or_consent() {
        act("reservation", "2001-05").act("ratification", "2002");
        assertConflict("reservation@2001-05");
    }

    @Test
    void on_one_day_the_order_of_recording_does_not_matter() {
        act("reservation-withdrawal", "2002-01-02")
                .act("reservation", "2002-01-02")
                .act("ratification", "2002-01-02")
                .act("signature", "2002-01-02");
        assertCoherent();
    }

    @Test
    void an_imprecise_date_leaves_the_order_open() {
        act("reservation", "2002").act("ratification", "2002-05-01");
        assertCoherent();
    }

    @Test
    void a_reservation_is_withdrawn_once() {
        act("ratification", "2001").act("reservation-withdrawal", "2002");
        assertConflict("reservation-withdrawal@2002");

        act("reservation", "2001-06").act("reservation-withdrawal", "2003");
        assertConflict("reservation-withdrawal@2003");
    }

    @Test
    void a_withdrawal_names_its_reservation_if_there_are_several() {
        act("ratification", "2001").act("reservation", "2001-02").act("reservation", "2001-03");
        act("reservation-withdrawal", "2002");
        assertConflict("reservation-withdrawal@2002", "reservation@2001-02", "reservation@2001-03");

        acts.removeLast();
        withdrawal("2002", "reservation@2001-03");
        assertCoherent();
        assertThat(ActTimeline.of(acts).reservations())
                .extracting(span -> span.closed().isPresent())
                .containsExactly(false, true);
    }

    @Test
    void a_denunciation_ends_the_reservations() {
        act("accession", "2001").act("reservation", "2001").act("denunciation", "2004");

        assertThat(ActTimeline.of(acts).reservations()).singleElement().satisfies(span -> assertThat(
                        span.closed().orElseThrow().kind())
                .isEqualTo(ActKind.DENUNCIATION));
    }

    @Test
    void the_end_of_provisional_application_ends_the_reservations_of_a_party_that_did_not_sign() {
        act("provisional-application", "1995").act("reservation", "1995-06").act("denunciation", "1999");
        act("accession", "2005");
        assertThat(ActTimeline.of(acts).reservations()).singleElement().satisfies(span -> assertThat(span.closed())
                .isPresent());

        act("signature", "1994");
        assertThat(ActTimeline.of(acts).reservations()).singleElement().satisfies(span -> assertThat(span.closed())
                .isEmpty());
    }

    @Test
    void a_territory_is_added_and_removed_once() {
        act("accession", "1961").inTerritory("territorial-application", "1964", "Greenland");
        inTerritory("territorial-application", "1965", "Greenland");
        assertConflict("territorial-application@1965", "territorial-application@1964");

        acts.removeLast();
        inTerritory("denunciation", "1985", "Greenland");
        assertCoherent();
        assertThat(spans()).containsExactly("bound accession@1961..");
        inTerritory("denunciation", "1986", "Greenland");
        assertConflict("denunciation@1986");
    }

    @Test
    void provisional_application_ends_with_consent_or_by_notice() {
        act("signature", "1994").act("provisional-application", "1995").act("ratification", "1998");
        assertThat(spans())
                .containsExactly(
                        "signatory signature@1994..provisional-application@1995",
                        "provisional provisional-application@1995..ratification@1998",
                        "bound ratification@1998..");

        acts.removeLast();
        act("denunciation", "2009");
        assertCoherent();
        act("provisional-application", "1996");
        assertConflict("provisional-application@1996", "provisional-application@1995");
    }

    @Test
    void a_declaration_may_follow_everything() {
        act("declaration", "1990").act("accession", "1991").act("declaration", "1992");
        assertCoherent();
    }
}
