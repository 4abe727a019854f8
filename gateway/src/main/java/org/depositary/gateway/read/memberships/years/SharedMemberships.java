package org.depositary.gateway.read.memberships.years;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of organisations in some years. Counts the organisations that two parties share in one of these years. */
record SharedMemberships(List<Stay> stays) {

    /** A party was in an organisation, at least possibly, in these years. */
    record Stay(String organization, String party, int firstYear, int lastYear) {

        boolean includes(int year) {
            return firstYear <= year && year <= lastYear;
        }
    }

    /** The second party's code sorts after that of the first. */
    record Pair(String party, String with) {

        boolean isAfter(Pair other) {
            int order = party.compareTo(other.party);
            return order > 0 || order == 0 && with.compareTo(other.with) > 0;
        }

        boolean has(String wanted) {
            return party.equals(wanted) || with.equals(wanted);
        }
    }

    record Count(Pair pair, int organizations) {}

    /**
     * The first pairs in the order of their codes. Only the organisations of these pairs are compared.
     *
     * @param after the pair before the first one
     * @param party a party that each pair has
     */
    List<Count> pairs(int year, Pair after, Optional<String> party, int limit) {
        var counts = new ArrayList<Count>();
        for (var shared :
                organizationsByParty(year).tailMap(after.party(), true).entrySet()) {
            for (var with : partners(shared.getKey(), shared.getValue()).entrySet()) {
                var pair = new Pair(shared.getKey(), with.getKey());
                if (pair.isAfter(after) && party.map(pair::has).orElse(true)) {
                    counts.add(new Count(pair, with.getValue()));
                }
                if (counts.size() == limit) {
                    return counts;
                }
            }
        }
        return counts;
    }

    /** The members of each organisation, under each of these members. */
    private NavigableMap<String, List<TreeSet<String>>> organizationsByParty(int year) {
        var members = new TreeMap<String, TreeSet<String>>();
        stays.stream().filter(stay -> stay.includes(year)).forEach(stay -> members.computeIfAbsent(
                        stay.organization(), organization -> new TreeSet<>())
                .add(stay.party()));
        var byParty = new TreeMap<String, List<TreeSet<String>>>();
        members.values()
                .forEach(together -> together.forEach(one ->
                        byParty.computeIfAbsent(one, key -> new ArrayList<>()).add(together)));
        return byParty;
    }

    private static TreeMap<String, Integer> partners(String party, List<TreeSet<String>> organizations) {
        var partners = new TreeMap<String, Integer>();
        organizations.forEach(
                members -> members.tailSet(party, false).forEach(other -> partners.merge(other, 1, Integer::sum)));
        return partners;
    }
}
