package org.depositary.vocabulary.validation;

/**
 * A violation of a rule by one field of a statement.
 *
 * @param pointer a JSON pointer as URI fragment (RFC 6901): {@code #/sources/0/uri}
 * @param detail a sentence that explains the error to the caller
 */
public record Violation(String pointer, String detail) {

    public static String pointer(String parent, Object member) {
        return parent + "/" + member.toString().replace("~", "~0").replace("/", "~1");
    }
}
