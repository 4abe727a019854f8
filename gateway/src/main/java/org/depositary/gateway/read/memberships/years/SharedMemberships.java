package org.depositary.gateway.read.memberships.years;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

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
        var present = stays.stream().filter(stay -> stay.includes(year)).toList();
        var parties = present.stream().map(Stay::party).distinct().sorted().toList();
        var organizations = members(present, parties);
        var counts = new ArrayList<Count>();
        for (int first = firstOf(after, parties); first < parties.size(); first++) {
            var shared = shared(first, organizations, parties.size());
            for (int with = first + 1; with < shared.length; with++) {
                var pair = new Pair(parties.get(first), parties.get(with));
                if (shared[with] > 0
                        && pair.isAfter(after)
                        && party.map(pair::has).orElse(true)) {
                    counts.add(new Count(pair, shared[with]));
                }
                if (counts.size() == limit) {
                    return counts;
                }
            }
        }
        return counts;
    }

    private static int firstOf(Pair after, List<String> parties) {
        int place = Collections.binarySearch(parties, after.party());
        return place < 0 ? -place - 1 : place;
    }

    /** The members of each organisation, as places in the list of parties. */
    private static Collection<BitSet> members(List<Stay> present, List<String> parties) {
        var members = new HashMap<String, BitSet>();
        present.forEach(stay -> members.computeIfAbsent(stay.organization(), organization -> new BitSet())
                .set(Collections.binarySearch(parties, stay.party())));
        return members.values();
    }

    /** How many organisations each later party shares with a party. */
    private static int[] shared(int party, Collection<BitSet> organizations, int parties) {
        var shared = new int[parties];
        organizations.stream().filter(members -> members.get(party)).forEach(members -> members.stream()
                .filter(with -> with > party)
                .forEach(with -> shared[with]++));
        return shared;
    }
}
