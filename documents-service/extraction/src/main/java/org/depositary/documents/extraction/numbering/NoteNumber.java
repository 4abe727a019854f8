package org.depositary.documents.extraction.numbering;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the number at the start of a footnote: "12 Ibid.", "[12] Ibid.", "¹² Ibid.", "⑫ 同上", "注12：同上". */
public final class NoteNumber {

    private static final Pattern PLAIN =
            Pattern.compile("^[\\[(]?(\\d{1,3})(?:[\\])]?[.:]?\\s+\\S|[\\])]\\S|\\p{Lu}).*", Pattern.DOTALL);
    private static final Pattern RAISED = Pattern.compile("^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\\s*\\S.*", Pattern.DOTALL);
    private static final Pattern CIRCLED = Pattern.compile("^([①-⑳])\\s*\\S.*", Pattern.DOTALL);
    private static final Pattern HAN = Pattern.compile("^注[释釋]?\\s?(\\d{1,3})[：:]\\s*\\S.*", Pattern.DOTALL);

    private NoteNumber() {}

    /** Returns the number. Empty if the text does not start as a footnote does. */
    public static OptionalInt of(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return OptionalInt.of(Integer.parseInt(plain.group(1)));
        }
        Matcher raised = RAISED.matcher(text);
        if (raised.matches()) {
            return OptionalInt.of(
                    Integer.parseInt(PrintedNumber.digits(raised.group(1)).substring(1)));
        }
        Matcher circled = CIRCLED.matcher(text);
        if (circled.matches()) {
            return OptionalInt.of(circled.group(1).charAt(0) - '①' + 1);
        }
        Matcher han = HAN.matcher(text);
        return han.matches() ? OptionalInt.of(Integer.parseInt(han.group(1))) : OptionalInt.empty();
    }
}
