package org.depositary.vocabulary.timeline;

/** What can happen to a party's status or candidacy in an organisation. */
public enum Change {
    GUEST_STATUS("guest-status"),
    OBSERVER_STATUS("observer-status"),
    DIALOGUE_PARTNER_STATUS("dialogue-partner-status"),
    ASSOCIATE_STATUS("associate-status"),
    ACCESSION("accession"),
    SUSPENSION("suspension"),
    REINSTATEMENT("reinstatement"),
    WITHDRAWAL("withdrawal"),
    EXPULSION("expulsion"),
    LAPSE("lapse"),
    INTEREST("interest"),
    APPLICATION("application"),
    REFUSAL("refusal"),
    APPLICATION_WITHDRAWAL("application-withdrawal");

    private final String json;

    Change(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if there is no such change */
    public static Change of(String json) {
        return Vocabulary.of(values(), json);
    }

    public String json() {
        return json;
    }

    @Override
    public String toString() {
        return json;
    }
}
