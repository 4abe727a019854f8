package org.depositary.benchmarks.imports;

import java.util.Arrays;

/** The kinds of facts that clients record, with templates of their JSON for {@link JsonTemplateRenderer}. */
enum FactTemplate {
    MEMBERSHIP_CHANGE(
            "membership-changes",
            "'party': '$state', 'change': '$change', 'effective': '$day', 'note': 'Named in the minutes'",
            "'effective': '$day'"),
    TERM(
            "terms",
            "'office': 'secretary-general', 'holder': {'name': 'Person $number', 'country': '$state'}, 'from': '$day'",
            "'holder': {'name': 'Person $number'}"),
    MEETING(
            "meetings",
            "'title': 'Summit $number', 'date': '$day', 'place': {'name': 'Capital', 'country': '$state'}, "
                    + "'attendance': [{'party': '$state', 'as': 'guest'}]",
            "'title': 'Meeting $number'"),
    RELATION("relations", "'with': '$state', 'kind': 'cooperation', 'effective': '$day'", "'effective': '$day'"),
    FIGURE("figures", "'measure': 'staff', 'value': $number, 'unit': 'persons', 'date': '$year'", "'value': $number"),
    CONTRIBUTION("contributions", "'period': '$year', 'unit': 'USD', 'amount': $number", "'amount': $number"),
    RULE("rules", "'subject': 'decisions', 'rule': 'consensus', 'effective': '$day'", "'rule': 'majority $number'"),
    ORGAN(
            "organs",
            "'id': 'organ-$number', 'names': {'en': 'Council'}, 'state': 'operational', 'effective': '$day'",
            "'functions': 'Meets $number times a year'"),
    EXERCISE(
            "exercises",
            "'name': 'Exercise $number', 'kind': 'exercise', 'status': 'completed', 'dates': '$day', "
                    + "'phases': [{'place': {'name': 'Range', 'country': '$state', 'lat': 43.8, 'lon': 87.6}, 'days': 6}], "
                    + "'participants': [{'party': '$state', 'role': 'host', 'strength': {'min': 1600, 'max': 1700}}]",
            "'name': 'Manoeuvre $number'");

    private final String collection;
    private final String statement;
    private final String otherField;

    /**
     * @param collection the segment after {@code /api} in the URLs of the facts
     * @param statement the fields of a body without the sources
     * @param otherField a field with another value, for corrections and claims
     */
    FactTemplate(String collection, String statement, String otherField) {
        this.collection = collection;
        this.statement = statement;
        this.otherField = otherField;
    }

    /** Returns the kind of the fact with the URL {@code /api/<collection>/<id>}. */
    static FactTemplate of(String address) {
        return Arrays.stream(values())
                .filter(kind -> address.startsWith("/api/" + kind.collection + "/"))
                .findFirst()
                .orElseThrow();
    }

    String collection() {
        return collection;
    }

    String statement() {
        return statement;
    }

    String otherField() {
        return otherField;
    }
}
