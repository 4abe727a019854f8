package org.depositary.vocabulary.parties;

import java.util.regex.Pattern;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A state, a former state or an organisation. Its canonical code is one of: ISO 3166-1 alpha-2 ({@code KZ}, and
 * {@code XK} for Kosovo), ISO 3166-3 ({@code SUHH}), {@code cow:300} for a state outside ISO, or the slug of an
 * organisation ({@code csto}). {@link PartyLookup} parses other forms.
 */
public record Party(String code) {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}|[A-Z]{4}|cow:[0-9]{1,3}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** @throws IllegalArgumentException if the code is neither a canonical code of a state nor a slug */
    public Party {
        if (!isState(code) && !isSlug(code)) {
            throw new IllegalArgumentException("'%s' is not a party code.".formatted(code));
        }
    }

    static boolean isSlug(String code) {
        return SLUG.matcher(code).matches();
    }

    static boolean isState(String code) {
        return STATE.matcher(code).matches();
    }

    /** Adds a violation at {@code pointer} if this party is a state, where only an organisation is allowed. */
    public void requireOrganization(ViolationCollector violations, String pointer) {
        violations.require(!isState(code), pointer, "%s is a state. Use the id of an organisation.".formatted(code));
    }

    @Override
    public String toString() {
        return code;
    }
}
