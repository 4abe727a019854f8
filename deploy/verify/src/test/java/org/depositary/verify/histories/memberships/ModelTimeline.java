package org.depositary.verify.histories.memberships;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the spans of one party in one organisation, and whether each change can follow the earlier ones. */
final class ModelTimeline {

    /**
     * A status or a candidacy from one change to another.
     *
     * @param word {@code member}, {@code applicant}
     */
    record Span(boolean isCandidacy, String word, RegisterState.Change opened, Optional<RegisterState.Change> closed) {

        /** Whether sources disagree on its start or end. */
        boolean isDisputed() {
            return opened.isDisputed()
                    || closed.filter(RegisterState.Change::isDisputed).isPresent();
        }
    }

    private static final String NONE = "none";
    private static final String SUSPENDED = "suspended";

    private static final Map<String, String> STATUS_AFTER = Map.of(
            "guest-status", "guest",
            "observer-status", "observer",
            "dialogue-partner-status", "dialogue-partner",
            "associate-status", "associate",
            "accession", "member",
            "suspension", SUSPENDED,
            "withdrawal", NONE,
            "expulsion", NONE,
            "lapse", NONE);

    private static final Map<String, String> CANDIDACY_AFTER = Map.of(
            "interest", "interested",
            "application", "applicant",
            "accession", NONE,
            "refusal", NONE,
            "application-withdrawal", NONE);

    private final List<Span> spans = new ArrayList<>();
    private String status = NONE;
    private String beforeSuspension = NONE;
    private String candidacy = NONE;
    private boolean coherent = true;

    ModelTimeline(List<RegisterState.Change> inTime) {
        inTime.forEach(this::step);
    }

    /** The spans in the order of their starts. */
    List<Span> spans() {
        return spans;
    }

    boolean isCoherent() {
        return coherent;
    }

    private void step(RegisterState.Change fact) {
        if (!follows(fact.change())) {
            coherent = false;
            return;
        }
        var next = fact.change().equals("reinstatement")
                ? beforeSuspension
                : STATUS_AFTER.getOrDefault(fact.change(), status);
        if (next.equals(SUSPENDED)) {
            beforeSuspension = status;
        }
        if (!next.equals(status)) {
            turn(false, next, fact);
            status = next;
        }
        var nextCandidacy = CANDIDACY_AFTER.getOrDefault(fact.change(), candidacy);
        if (!nextCandidacy.equals(candidacy)) {
            turn(true, nextCandidacy, fact);
            candidacy = nextCandidacy;
        }
    }

    private boolean follows(String change) {
        boolean isMember = status.equals("member") || status.equals(SUSPENDED) && beforeSuspension.equals("member");
        return switch (change) {
            case "suspension" -> !status.equals(NONE) && !status.equals(SUSPENDED);
            case "reinstatement" -> status.equals(SUSPENDED);
            case "withdrawal", "expulsion", "lapse" -> !status.equals(NONE);
            case "interest" -> !isMember && candidacy.equals(NONE);
            case "application" -> !isMember && !candidacy.equals("applicant");
            case "refusal", "application-withdrawal" -> !candidacy.equals(NONE);
            default -> !status.equals(SUSPENDED) && !status.equals(STATUS_AFTER.get(change));
        };
    }

    private void turn(boolean isCandidacy, String next, RegisterState.Change by) {
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span.isCandidacy() == isCandidacy && span.closed().isEmpty()) {
                spans.set(i, new Span(isCandidacy, span.word(), span.opened(), Optional.of(by)));
            }
        }
        if (!next.equals(NONE)) {
            spans.add(new Span(isCandidacy, next, by, Optional.empty()));
        }
    }
}
