package org.depositary.vocabulary.timeline;

import java.util.Optional;
import org.depositary.vocabulary.JsonEnum;

/** What can happen to a party's status, or to its candidacy beside that, in one organisation. */
public enum Change {
    GUEST_STATUS("guest-status", Status.GUEST),
    OBSERVER_STATUS("observer-status", Status.OBSERVER),
    DIALOGUE_PARTNER_STATUS("dialogue-partner-status", Status.DIALOGUE_PARTNER),
    ASSOCIATE_STATUS("associate-status", Status.ASSOCIATE),
    ACCESSION("accession", Status.MEMBER),
    SUSPENSION("suspension", Status.SUSPENDED),
    REINSTATEMENT("reinstatement"),
    WITHDRAWAL("withdrawal", Status.NONE),
    EXPULSION("expulsion", Status.NONE),
    LAPSE("lapse", Status.NONE),
    INTEREST("interest"),
    APPLICATION("application"),
    REFUSAL("refusal"),
    APPLICATION_WITHDRAWAL("application-withdrawal");

    private final String json;
    private final Optional<Status> status;

    Change(String json) {
        this.json = json;
        this.status = Optional.empty();
    }

    Change(String json, Status status) {
        this.json = json;
        this.status = Optional.of(status);
    }

    /** @throws IllegalArgumentException if there is no such change */
    public static Change of(String json) {
        return JsonEnum.parse(values(), json);
    }

    /** As in JSON: {@code observer-status}. */
    public String json() {
        return json;
    }

    /** The status after it; empty if it restores what was before, or concerns the candidacy. */
    public Optional<Status> status() {
        return status;
    }

    @Override
    public String toString() {
        return json;
    }
}
