package org.depositary.vocabulary.instruments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one party stands towards one instrument between two of its acts, and which acts may follow.
 *
 * <p>The rules are those of the Vienna Convention on the Law of Treaties (1969):
 *
 * <ul>
 *   <li>A party consents to be bound once: by a signature that binds (article 12), ratification, acceptance or approval
 *       (14), accession (15) or, in the 1978 convention on succession, succession. A second consent, or a signature
 *       after it, cannot follow.
 *   <li>Ratification, acceptance and approval confirm a signature (14). A source need not report that signature, so its
 *       absence is no conflict. After a denunciation they need a new signature, and a succession is not possible.
 *       Accession is.
 *   <li>A reservation is made when signing or consenting (19). It can be withdrawn at any time (22), once.
 *   <li>A party extends an instrument to a territory (29) while it signs, applies or is bound by it.
 *   <li>Provisional application begins before the party is bound (25), and ends when the party is bound or says so.
 *   <li>A party that is bound, or applies provisionally, can denounce (54 to 56, 25). A source need not report its
 *       consent, so a denunciation may also follow a signature. It ends everything when it takes effect: until then the
 *       party is bound. A denunciation for a territory ends the application to that territory only.
 *   <li>A declaration changes no standing, so it may follow every act (2, paragraph 1 d).
 * </ul>
 */
final class PartyStanding {

    private Optional<DatedAct> signature = Optional.empty();
    private Optional<DatedAct> provisional = Optional.empty();
    private Optional<DatedAct> consent = Optional.empty();
    private Optional<DatedAct> denunciation = Optional.empty();
    private final List<DatedAct> reservations = new ArrayList<>();
    private final Map<String, DatedAct> territories = new HashMap<>();

    /** Returns the reason why this act cannot follow. Empty if it can. */
    Optional<ActConflict> conflict(DatedAct act) {
        return switch (act.kind()) {
            case SIGNATURE ->
                blockedBy(act, signature, "the party has signed already").or(() -> secondConsent(act));
            case PROVISIONAL_APPLICATION ->
                blockedBy(act, provisional, "the party applies it provisionally already")
                        .or(() -> blockedBy(act, consent, "the party is bound already"));
            case RATIFICATION, ACCEPTANCE, APPROVAL, SUCCESSION ->
                secondConsent(act).or(() -> afterDenunciation(act));
            case ACCESSION -> secondConsent(act);
            case RESERVATION -> requireParticipant(act, "a reservation is made when signing or consenting to be bound");
            case DECLARATION -> Optional.empty();
            case TERRITORIAL_APPLICATION ->
                requireParticipant(act, "only a signatory or a party can extend it to a territory")
                        .or(() -> blockedBy(act, territory(act), "it applies to that territory already"));
            case RESERVATION_WITHDRAWAL -> withdrawal(act);
            case DENUNCIATION -> denunciation(act);
        };
    }

    /** Applies the act. It must be possible: call {@link #conflict} first. */
    void apply(DatedAct act) {
        switch (act.kind()) {
            case SIGNATURE -> sign(act);
            case PROVISIONAL_APPLICATION -> provisional = Optional.of(act);
            case RATIFICATION, ACCEPTANCE, APPROVAL, ACCESSION, SUCCESSION -> consent(act);
            case RESERVATION -> reservations.add(act);
            case TERRITORIAL_APPLICATION -> act.territory().ifPresent(name -> territories.put(name, act));
            case RESERVATION_WITHDRAWAL -> reservations.removeAll(withdrawn(act));
            case DENUNCIATION -> denounce(act);
            case DECLARATION -> {
                // A declaration changes nothing.
            }
        }
    }

    Optional<Standing> standing() {
        if (consent.isPresent()) {
            return Optional.of(Standing.BOUND);
        }
        return provisional.isPresent()
                ? Optional.of(Standing.PROVISIONAL)
                : signature.map(signed -> Standing.SIGNATORY);
    }

    Optional<DatedAct> signature() {
        return signature;
    }

    List<DatedAct> reservations() {
        return List.copyOf(reservations);
    }

    private void sign(DatedAct act) {
        signature = Optional.of(act);
        denunciation = Optional.empty();
        if (act.isConsent()) {
            consent(act);
        }
    }

    private void consent(DatedAct act) {
        consent = Optional.of(act);
        provisional = Optional.empty();
        denunciation = Optional.empty();
    }

    private void denounce(DatedAct act) {
        if (act.territory().isPresent()) {
            territories.remove(act.territory().get());
            return;
        }
        if (provisional.isEmpty()) {
            signature = Optional.empty();
        }
        consent = Optional.empty();
        provisional = Optional.empty();
        denunciation = Optional.of(act);
        if (standing().isEmpty()) {
            reservations.clear();
            territories.clear();
        }
    }

    private Optional<ActConflict> secondConsent(DatedAct act) {
        return blockedBy(act, consent, "the party has consented to be bound already");
    }

    private Optional<ActConflict> afterDenunciation(DatedAct act) {
        return signature.isPresent()
                ? Optional.empty()
                : blockedBy(act, denunciation, "the party has denounced it, and can only sign again or accede");
    }

    private Optional<ActConflict> requireParticipant(DatedAct act, String because) {
        return standing().isPresent() ? Optional.empty() : missing(act, because);
    }

    private Optional<ActConflict> withdrawal(DatedAct act) {
        if (reservations.isEmpty()) {
            return missing(act, "the party has no reservation");
        }
        var withdrawn = withdrawn(act);
        if (withdrawn.isEmpty()) {
            return Optional.of(
                    new ActConflict(act, reservations(), "that reservation is not among those of the party"));
        }
        return withdrawn.size() == 1
                ? Optional.empty()
                : Optional.of(new ActConflict(
                        act,
                        reservations(),
                        "the party has %d reservations. Name one as reservation".formatted(withdrawn.size())));
    }

    private List<DatedAct> withdrawn(DatedAct act) {
        return act.reservation()
                .map(id -> reservations.stream()
                        .filter(reservation -> reservation.id().equals(id))
                        .toList())
                .orElseGet(this::reservations);
    }

    private Optional<ActConflict> denunciation(DatedAct act) {
        if (act.territory().isPresent()) {
            return territory(act).isPresent() ? Optional.empty() : missing(act, "it does not apply to that territory");
        }
        var ended = consent.or(() -> provisional).or(() -> denunciation.isEmpty() ? signature : Optional.empty());
        return ended.isEmpty()
                ? missing(act, "the party is not bound")
                : blockedBy(act, ended.filter(act::isCertainlyDoneBefore), "the party was not bound yet");
    }

    /** Whether this act denounces an instrument that the party has only signed, as far as sources report. */
    boolean endsSignatureOnly(DatedAct act) {
        return act.kind() == ActKind.DENUNCIATION
                && act.territory().isEmpty()
                && consent.isEmpty()
                && provisional.isEmpty();
    }

    private Optional<DatedAct> territory(DatedAct act) {
        return act.territory().map(territories::get);
    }

    private static Optional<ActConflict> blockedBy(DatedAct act, Optional<DatedAct> other, String because) {
        return other.map(with -> new ActConflict(act, List.of(with), because));
    }

    private Optional<ActConflict> missing(DatedAct act, String because) {
        return Optional.of(new ActConflict(act, denunciation.stream().toList(), because));
    }
}
