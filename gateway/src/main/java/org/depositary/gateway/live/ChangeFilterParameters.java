package org.depositary.gateway.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ParameterLimits;
import org.depositary.vocabulary.parties.PartyLookup;

/** Parses the filters of a request. A parameter may be repeated, or have several values separated by commas. */
public final class ChangeFilterParameters {

    private static final Set<String> KINDS = new TreeSet<>(Set.of("membership", "document", "exercise"));

    private ChangeFilterParameters() {}

    public static ChangeFilter filter(
            List<String> organizations, List<String> parties, List<String> types, List<String> kinds) {
        return ChangeFilter.of(
                values("organization", organizations),
                values("party", parties).stream()
                        .map(ChangeFilterParameters::party)
                        .collect(Collectors.toSet()),
                values("type", types),
                values("kind", kinds).stream().map(ChangeFilterParameters::kind).collect(Collectors.toSet()));
    }

    /** The users who recorded a change. A user is the subject of its token. */
    static Set<String> actors(List<String> actors) {
        return values("actor", actors);
    }

    private static Set<String> values(String name, List<String> parameter) {
        parameter.forEach(value -> ParameterLimits.check(name, value));
        var values = parameter.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (values.size() > InvalidParameterProblem.MOST_VALUES) {
            throw InvalidParameterProblem.tooManyValues(name);
        }
        return values;
    }

    private static String party(String input) {
        try {
            return PartyLookup.resolve(input, Optional.empty()).code();
        } catch (IllegalArgumentException unknown) {
            throw InvalidParameterProblem.of("party", unknown.getMessage());
        }
    }

    private static String kind(String kind) {
        if (!KINDS.contains(kind)) {
            throw InvalidParameterProblem.of(
                    "kind", "'%s' is unknown. Use one of: %s".formatted(kind, String.join(", ", KINDS)));
        }
        return kind;
    }
}
