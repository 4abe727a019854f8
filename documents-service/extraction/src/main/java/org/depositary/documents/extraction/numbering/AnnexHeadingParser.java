package org.depositary.documents.extraction.numbering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.depositary.documents.extraction.structure.TextLines;

/** Recognises the heading of an annex: "Annex 1", "Bijlage I", "Приложение № 1", "附件一". */
final class AnnexHeadingParser {

    private static final int LONGEST = 150;
    private static final Pattern WORD = Pattern.compile(
            "(?iu)^(?:annexe?|appendix|bijlage|anhang|anlage|anexo|allegato|aneks|załącznik|приложение|додаток|дадатак|"
                    + "қосымша|тиркеме|илова|замима)(?!\\p{L})\\s*(.*)$",
            Pattern.DOTALL);
    private static final Pattern NUMBER_SIGN = Pattern.compile("(?iu)^(?:n[or]\\.?|№|n°|N)\\s?(?=[\\p{Nd}IVX])");
    private static final Pattern HAN =
            Pattern.compile("^附[件录錄]\\s?(" + PrintedNumber.HAN_NUMBER + "|\\p{Nd}{1,3})?(.*)$", Pattern.DOTALL);

    /** Matches the rest of a heading after its number or word: nothing, a stop, a subject, or "to the Treaty". */
    private static final Pattern REST = Pattern.compile(
            "^(?:\\s*|\\s*[.:)\\]–—。：-].*|\\s+[\\p{Lu}\\p{Lo}(\\[（«“\"].*|\\s+(?:to|bij|van|к|ко|до|zum|zur|à|au|al|a)\\s.*)$",
            Pattern.DOTALL);

    private AnnexHeadingParser() {}

    /** Returns the number of the annex, or an empty string if it has none. Empty if the text is not the heading of an annex. */
    static Optional<String> number(String text) {
        if (text.length() > LONGEST || isSentence(text)) {
            return Optional.empty();
        }
        Matcher word = WORD.matcher(text);
        return word.matches() ? afterWord(word.group(1)) : han(text);
    }

    /** A short heading may end in a stop: "Annex 1." */
    private static boolean isSentence(String text) {
        return TextLines.endSentence(text) && TextLines.countWords(text) > 3
                || text.contains("。")
                || text.endsWith(",");
    }

    private static Optional<String> afterWord(String rest) {
        String numbered = NUMBER_SIGN.matcher(rest).replaceFirst("");
        Optional<String> number = SectionNumber.at(numbered)
                .filter(found -> REST.matcher(found.rest()).matches())
                .map(SectionNumber::number);
        return number.isPresent()
                        || !REST.matcher(rest.isEmpty() ? rest : " " + rest).matches()
                ? number
                : Optional.of("");
    }

    private static Optional<String> han(String text) {
        Matcher matcher = HAN.matcher(text);
        if (!matcher.matches() || !matcher.group(2).matches("(?s)\\s*|[\\s：:（(].*")) {
            return Optional.empty();
        }
        String printed = matcher.group(1);
        return Optional.of(
                printed == null
                        ? ""
                        : Character.isDigit(printed.charAt(0))
                                ? PrintedNumber.digits(printed)
                                : PrintedNumber.han(printed));
    }
}
