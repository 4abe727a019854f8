package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.imports.rows.PartyResolver;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Reads the parties of one row: the column {@code participants}, and the columns {@code party:CN} with 1. A participant
 * that is named twice in one role counts once. The id of an organisation means its members.
 */
final class RowParticipants {

    private static final String LIST = "participants";
    private static final String MEMBERS_OF = "members-of:";
    private static final Set<String> YES = Set.of("1", "true", "yes", "t", "y", "x");
    private static final Set<String> NO = Set.of("0", "false", "no", "f", "n");
    /** Words in lower case that would be valid ids of organisations, but mean no organisation. */
    private static final Set<String> NO_ORGANIZATIONS = Set.of(
            "all",
            "allies",
            "coalition",
            "etc",
            "multinational",
            "multiple",
            "nan",
            "none",
            "null",
            "other",
            "others",
            "partners",
            "several",
            "states",
            "unknown",
            "unspecified",
            "various");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private record CodeAndRole(String code, String role) {}

    /** A name with its role, such as "Mongolia (observer)". Without one, it is a participant. */
    private record NameAndRole(String name, String role) {

        private static final Pattern WITH_ROLE = Pattern.compile(
                "(.+?)\\s*\\((host|participant|observer|monitor|planner|obs)s?\\.?\\)", Pattern.CASE_INSENSITIVE);

        /** @param isName whether the whole text is the name of a party */
        static NameAndRole of(String text, boolean isName) {
            var parts = WITH_ROLE.matcher(text);
            if (isName || !parts.matches()) {
                return new NameAndRole(text, "participant");
            }
            var role = parts.group(2).toLowerCase(Locale.ROOT);
            return new NameAndRole(parts.group(1), role.equals("obs") ? "observer" : role);
        }
    }

    private final ExerciseFileOptions options;
    private final PartyResolver parties;
    private final String date;
    private final Set<CodeAndRole> codes = new LinkedHashSet<>();
    private final List<String> dropped = new ArrayList<>();
    /** Organisations that only their spelling shows: an id is any word in lower case. */
    private final Set<String> assumedOrganizations = new LinkedHashSet<>();

    /** @param date the start of the exercise, on which the meaning of a name can depend */
    RowParticipants(ExerciseFileOptions options, PartyResolver parties, String date) {
        this.options = options;
        this.parties = parties;
        this.date = date;
    }

    /**
     * Returns the participants as JSON.
     *
     * @throws RowRejection if a participant is not a party
     */
    ArrayNode read(ObjectNode fields) {
        elements(fields.get(LIST)).forEach(this::addListed);
        fields.properties().stream()
                .filter(field -> ExerciseFileColumns.isParty(field.getKey()) && tookPart(field))
                .forEach(field -> add(field.getKey(), partyOf(field.getKey())));
        var list = JsonNodeFactory.instance.arrayNode();
        codes.forEach(one -> list.addObject()
                .put(PartyLookup.isState(one.code()) ? "party" : "members-of", one.code())
                .put("role", one.role()));
        return list;
    }

    /**
     * Returns the warning about parties that were left out, and about words that count as organisations only because they
     * look like ids.
     *
     * @param organizations the organisations that the row names in a column of their own
     */
    Optional<String> warning(Set<String> organizations) {
        var assumed = assumedOrganizations.stream()
                .filter(code -> !organizations.contains(code))
                .toList();
        var warnings = Stream.of(warningOfDropped(), warningOfAssumed(assumed))
                .flatMap(Optional::stream)
                .toList();
        return warnings.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", warnings));
    }

    private Optional<String> warningOfDropped() {
        return dropped.isEmpty()
                ? Optional.empty()
                : Optional.of("Left out, because they are no parties: " + String.join("; ", dropped));
    }

    private static Optional<String> warningOfAssumed(List<String> codes) {
        return codes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Read as ids of organisations whose members took part: %s. To confirm, write members-of:%s or declare an alias"
                                .formatted(String.join("; ", codes), codes.getFirst()));
    }

    /** Returns the elements of a list: an array, or a text with semicolons or vertical bars. */
    List<String> elements(JsonNode value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof ArrayNode array) {
            var elements = new ArrayList<String>();
            array.forEach(element -> elements.add(element.asText().strip()));
            return elements;
        }
        return options.text(value).map(text -> List.of(text.split("[;|]"))).orElse(List.of()).stream()
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String partyOf(String column) {
        return column.substring(ExerciseFileColumns.PARTY_PREFIX.length()).strip();
    }

    private boolean tookPart(Map.Entry<String, JsonNode> field) {
        var text = options.text(field.getValue())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .orElse("0");
        var flag = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        if (!YES.contains(flag) && !NO.contains(flag)) {
            throw new RowRejection(field.getKey(), "'%s' is neither 0 nor 1".formatted(text));
        }
        return YES.contains(flag);
    }

    private void addListed(String element) {
        if (!options.missing().contains(element)) {
            add(LIST, element);
        } else if (parties.findCode(element, Optional.of(date)).isPresent()) {
            throw new RowRejection(
                    LIST, "'%s' is a party, and declared as missing. Use another code of the party".formatted(element));
        }
    }

    private void add(String column, String element) {
        var named = NameAndRole.of(element, codeOf(element).isPresent());
        for (var text : options.withoutAlias(named.name())) {
            try {
                var code = code(text);
                codes.add(new CodeAndRole(code, named.role()));
                if (!text.startsWith(MEMBERS_OF) && !options.isAlias(named.name()) && !PartyLookup.isState(code)) {
                    assumedOrganizations.add(code);
                }
            } catch (IllegalArgumentException unknown) {
                addSeveral(column, element, unknown.getMessage());
            }
        }
    }

    private void addSeveral(String column, String element, String reason) {
        var names = PartyListSplitter.split(element, this::stateOf);
        if (names.isEmpty()) {
            drop(column, element, withSeparatorHint(reason, element));
        }
        names.forEach(name -> add(column, name));
    }

    private static String withSeparatorHint(String reason, String text) {
        return PartyListSplitter.hasSeparator(text)
                ? reason.replaceFirst("\\.$", "") + ". If it names several parties, separate them by ';'"
                : reason;
    }

    /** Returns the names of the states in a text: its elements, each split if it names several. */
    List<String> states(JsonNode value) {
        return elements(value).stream()
                .flatMap(element -> {
                    var names = codeOf(element).isPresent()
                            ? List.<String>of()
                            : PartyListSplitter.split(element, this::stateOf);
                    return names.isEmpty() ? Stream.of(element) : names.stream();
                })
                .toList();
    }

    private Optional<String> codeOf(String text) {
        return parties.findCode(text, Optional.of(date));
    }

    /**
     * The code of a state, with its role. An alias counts as one name, because the file declares it. A text that means
     * "missing" is no state.
     */
    private Optional<String> stateOf(String text) {
        if (options.isMissing(text)) {
            return Optional.empty();
        }
        var named = NameAndRole.of(text, codeOf(text).isPresent());
        return options.isAlias(named.name())
                ? Optional.of(text)
                : codeOf(named.name()).filter(PartyLookup::isState).map(code -> code + " " + named.role());
    }

    private String code(String text) {
        var name = text.startsWith(MEMBERS_OF)
                ? text.substring(MEMBERS_OF.length()).strip()
                : text;
        var code = parties.require(name, date).code();
        if (NO_ORGANIZATIONS.contains(code)) {
            throw new IllegalArgumentException("'%s' is not a party".formatted(name));
        }
        if (NUMBER.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a party. Write the scheme of a numeric code, such as cow:710 or m49:156"
                            .formatted(name));
        }
        return code;
    }

    private void drop(String column, String element, String reason) {
        if (!options.dropUnknownParties()) {
            throw new RowRejection(column, reason);
        }
        dropped.add(element);
    }
}
