package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.validation.JsonEnumParser;

/** The kinds of changes to a party's status or candidacy in one organisation. */
public enum MembershipChangeKind {
    GUEST_STATUS("guest-status", MembershipStatus.GUEST),
    OBSERVER_STATUS("observer-status", MembershipStatus.OBSERVER),
    DIALOGUE_PARTNER_STATUS("dialogue-partner-status", MembershipStatus.DIALOGUE_PARTNER),
    ASSOCIATE_STATUS("associate-status", MembershipStatus.ASSOCIATE),
    ACCESSION("accession", MembershipStatus.MEMBER),
    SUSPENSION("suspension", MembershipStatus.SUSPENDED),
    REINSTATEMENT("reinstatement"),
    WITHDRAWAL("withdrawal", MembershipStatus.NONE),
    EXPULSION("expulsion", MembershipStatus.NONE),
    LAPSE("lapse", MembershipStatus.NONE),
    INTEREST("interest"),
    APPLICATION("application"),
    REFUSAL("refusal"),
    APPLICATION_WITHDRAWAL("application-withdrawal");

    private final String json;
    private final Optional<MembershipStatus> status;

    MembershipChangeKind(String json) {
        this.json = json;
        this.status = Optional.empty();
    }

    MembershipChangeKind(String json, MembershipStatus status) {
        this.json = json;
        this.status = Optional.of(status);
    }

    /**
     * Returns the kind with this name in JSON.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MembershipChangeKind of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** Returns the name used in JSON, such as {@code observer-status}. */
    public String json() {
        return json;
    }

    /**
     * Returns the status that a party has after a change of this kind. Empty for a reinstatement, which restores an
     * earlier status, and for changes of the candidacy.
     */
    public Optional<MembershipStatus> status() {
        return status;
    }

    @Override
    public String toString() {
        return json;
    }
}
