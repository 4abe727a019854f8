package org.depositary.vocabulary.parties;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the states of cities, from the names of CLDR's time zones: some 400 places, mostly capitals and largest
 * cities, in all its languages. A city may have a namesake elsewhere. Places in overseas territories are left out,
 * because sources assign them to the state that owns the territory.
 */
public final class CityStateLookup {

    private static final String ZONES = "com/ibm/icu/impl/data/icudata/zone";
    private static final String CITY = "ec";

    /**
     * The index of city names. It is a class of its own so that it is built at the first lookup, not at the start:
     * building reads the names of all languages.
     */
    private static final class Index {
        static final Map<String, Set<String>> STATES = build();
    }

    private CityStateLookup() {}

    /**
     * Returns the codes of the states that have a city with this name. Ignores case and accents. Empty for an unknown
     * city.
     */
    public static Set<String> states(String city) {
        return Index.STATES.getOrDefault(NameNormalizer.of(city), Set.of());
    }

    /**
     * Returns false if CLDR lists the city, but neither in this state nor in a successor of it. Returns true for a
     * city that CLDR does not list.
     */
    public static boolean mayLieIn(String city, Party state) {
        var states = states(city);
        return states.isEmpty() || holds(state, states);
    }

    private static boolean holds(Party state, Set<String> states) {
        return states.contains(state.code())
                || PartyLookup.former(state).stream()
                        .flatMap(former -> former.successors().stream())
                        .anyMatch(successor -> holds(successor, states));
    }

    private static Map<String, Set<String>> build() {
        var states = statesOfZones();
        var index = new HashMap<String, Set<String>>();
        var english = TimeZoneNames.getInstance(ULocale.ENGLISH);
        states.forEach((zone, state) -> add(index, english.getExemplarLocationName(zone), state));
        for (var locale : ULocale.getAvailableLocales()) {
            var names = UResourceBundle.getBundleInstance(ZONES, locale);
            // ICU returns the parent's names for a locale without names of its own. They are skipped here, because
            // the parent is indexed itself.
            if (names.getULocale().equals(locale)) {
                addAll(index, names.get("zoneStrings"), states);
            }
        }
        return Map.copyOf(index);
    }

    private static Map<String, String> statesOfZones() {
        var states = new HashMap<String, String>();
        for (var zone : TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            var state = TimeZone.getRegion(zone);
            if (SchemeCodes.isState(state)) {
                states.put(zone, state);
            }
        }
        return states;
    }

    private static void addAll(Map<String, Set<String>> index, UResourceBundle zones, Map<String, String> states) {
        for (var all = zones.getIterator(); all.hasNext(); ) {
            var zone = all.next();
            Optional.ofNullable(states.get(zone.getKey().replace(':', '/')))
                    .ifPresent(state -> cities(zone).forEach(city -> add(index, city, state)));
        }
    }

    private static List<String> cities(UResourceBundle zone) {
        var cities = new ArrayList<String>();
        for (var names = zone.getIterator(); names.hasNext(); ) {
            var name = names.next();
            if (name.getKey().equals(CITY)) {
                cities.add(name.getString());
            }
        }
        return cities;
    }

    private static void add(Map<String, Set<String>> index, String city, String state) {
        index.computeIfAbsent(NameNormalizer.of(city), any -> new TreeSet<>()).add(state);
    }
}
