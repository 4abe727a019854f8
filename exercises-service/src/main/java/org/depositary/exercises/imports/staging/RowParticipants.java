package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.depositary.imports.rows.PartyResolver;
import org.depositary.vocabulary.parties.PartyLookup;

/**
 * Reads the parties of one row: the column {@code participants}, and the columns {@code party:CN} with 1. A participant
 * that is named twice counts once. The id of an organisation means its members.
 */
final class RowParticipants {

    private static final String LIST = "participants";
    private static final String MEMBERS_OF = "members-of:";
    private static final Set<String> YES = Set.of("1", "true", "yes");
    private static final Set<String> NO = Set.of("0", "false", "no");
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

    private final ExerciseFileOptions options;
    private final PartyResolver parties;
    private final String date;
    private final Map<String, Boolean> codes = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();

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
        codes.forEach((code, isState) ->
                list.addObject().put(isState ? "party" : "members-of", code).put("role", "participant"));
        return list;
    }

    /** Returns the warning about parties that were left out. */
    Optional<String> warning() {
        return dropped.isEmpty()
                ? Optional.empty()
                : Optional.of("Left out, because they are no parties: " + String.join("; ", dropped));
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
        for (var text : options.withoutAlias(element)) {
            try {
                var code = code(text);
                codes.put(code, PartyLookup.isState(code));
            } catch (IllegalArgumentException unknown) {
                drop(column, element, unknown.getMessage());
            }
        }
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
