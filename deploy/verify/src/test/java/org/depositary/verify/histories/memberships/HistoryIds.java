package org.depositary.verify.histories.memberships;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The ids of the organisations, parties and facts of a history in the register. */
final class HistoryIds {

    private static final String CHANGE = "/api/membership-changes/";

    private final String prefix;
    private final List<String> changes = new ArrayList<>();
    private final List<String> dissolutions = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();

    HistoryIds(String prefix) {
        this.prefix = prefix;
    }

    String organization(int number) {
        return prefix + (char) ('a' + number);
    }

    int organization(String id) {
        return number(HistoryParties.ORGANIZATIONS, id, this::organization);
    }

    boolean isOurs(String organization) {
        return organization.startsWith(prefix);
    }

    String party(int number) {
        return number < HistoryParties.STATES.size()
                ? HistoryParties.STATES.get(number)
                : organization(HistoryParties.ORGANIZATIONS - 1);
    }

    int party(String code) {
        return number(HistoryParties.PARTIES, code, this::party);
    }

    void addChange(String id) {
        changes.add(id);
    }

    void addDissolution(String id) {
        dissolutions.add(id);
    }

    boolean hasChange(String id) {
        return changes.contains(id);
    }

    /** The number of changes with a known id. */
    int changes() {
        return changes.size();
    }

    /** The set of the history's files. */
    String set() {
        return prefix + "set";
    }

    void addImport(String address) {
        imports.add(address);
    }

    String imported(int number) {
        return imports.get(number);
    }

    String change(RegisterState.Change fact) {
        return CHANGE + changes.get(fact.number());
    }

    String dissolution(int number) {
        return "/api/organization-changes/" + dissolutions.get(number);
    }

    /** The number of the change with this URL; -1 if this history has not recorded it. */
    int fact(String address) {
        return address.startsWith(CHANGE) ? changes.indexOf(address.substring(CHANGE.length())) : -1;
    }

    private static int number(int most, String name, IntFunction<String> names) {
        return IntStream.range(0, most)
                .filter(number -> names.apply(number).equals(name))
                .findFirst()
                .orElse(-1);
    }
}
