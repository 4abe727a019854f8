package org.depositary.vocabulary.instruments;

import org.depositary.vocabulary.validation.JsonEnumParser;

/** The kind of an act of one party about one instrument. The words are those of the Vienna Convention on the Law of Treaties. */
public enum ActKind {
    SIGNATURE("signature"),
    PROVISIONAL_APPLICATION("provisional-application"),
    RATIFICATION("ratification"),
    ACCEPTANCE("acceptance"),
    APPROVAL("approval"),
    ACCESSION("accession"),
    SUCCESSION("succession"),
    RESERVATION("reservation"),
    DECLARATION("declaration"),
    TERRITORIAL_APPLICATION("territorial-application"),
    RESERVATION_WITHDRAWAL("reservation-withdrawal"),
    DENUNCIATION("denunciation");

    private final String json;

    ActKind(String json) {
        this.json = json;
    }

    /**
     * Returns the kind with this name in JSON.
     *
     * @throws IllegalArgumentException if none matches
     */
    public static ActKind of(String json) {
        return JsonEnumParser.parse(values(), json);
    }

    /** Whether the act expresses the consent of the party to be bound (article 11), and is not a signature. */
    public boolean isConsent() {
        return switch (this) {
            case RATIFICATION, ACCEPTANCE, APPROVAL, ACCESSION, SUCCESSION -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return json;
    }
}
