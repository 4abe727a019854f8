package org.depositary.documents.extraction.numbering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the first line of an article of a treaty or charter: "Article 4", "Статья 4", "第四条", "4-бап". */
final class ArticleHeadingParser {

    private static final Pattern WORD = Pattern.compile(
            "(?iu)^(?:article|artikel|art[íi]culo|articolo|artigo|articolul|artykuł|článek|článok|člen|член|члан|art\\.|ст\\.|статья|"
                    + "стаття|артыкул|моддаи|madd[eə]|հոդված|მუხლი|ماده|المادة)\\s+(?:n[or]\\.\\s?|№\\s?)?(.*)$",
            Pattern.DOTALL);

    /** Languages that write the number before the word: Kazakh, Kyrgyz, Uzbek, Mongolian, Hungarian. */
    private static final Pattern NUMBER_FIRST = Pattern.compile(
            "(?iu)^(\\d{1,4})(?:[-–.]\\s?|\\s(?:д[үу]г[эа]{2}р|д[уү]гээр)\\s)(?:бап|берене|modda|зүйл|cikk)(?!\\p{L})(.*)$",
            Pattern.DOTALL);

    private static final Pattern HAN = Pattern.compile(
            "^第\\s?(" + PrintedNumber.HAN_NUMBER + "|\\p{Nd}{1,4})\\s?[条條](?:之(" + PrintedNumber.HAN_NUMBER
                    + "|\\d{1,2}))?(.*)$",
            Pattern.DOTALL);

    /** Continuations of a Chinese sentence that begins with an article: "第四条规定…" is "Article 4 provides …". */
    private static final Pattern HAN_SENTENCE =
            Pattern.compile("^(?:[规規]定|所|的|中|至|和|或|及|、|以|第|款|项|条).*", Pattern.DOTALL);

    /** Matches the rest of a heading after its number: nothing, a stop, a subject, or a subject in brackets. */
    private static final Pattern REST = Pattern.compile(
            "^(?:\\s*|\\s*[.:)\\]–—。：-].*|\\s+[\\p{Lu}\\p{Lo}][^.;:!?。；]{0,100}|\\s*[(\\[（][^()]{1,100}[)\\]）]\\.?\\s*)$",
            Pattern.DOTALL);

    private static final Pattern REST_OF_LETTER = Pattern.compile("^\\s*(?:[.:–—-].*)?$", Pattern.DOTALL);

    private ArticleHeadingParser() {}

    /** Returns the number of the article that starts with this text. Empty if the text starts no article. */
    static Optional<String> number(String text) {
        return afterWord(text).or(() -> beforeWord(text)).or(() -> han(text));
    }

    private static Optional<String> afterWord(String text) {
        Matcher matcher = WORD.matcher(text);
        return matcher.matches()
                ? SectionNumber.at(matcher.group(1))
                        .filter(found -> (found.isLetter() ? REST_OF_LETTER : REST)
                                .matcher(found.rest())
                                .matches())
                        .map(SectionNumber::number)
                : Optional.empty();
    }

    private static Optional<String> beforeWord(String text) {
        Matcher matcher = NUMBER_FIRST.matcher(text);
        return matcher.matches() && REST.matcher(matcher.group(2)).matches()
                ? Optional.of(PrintedNumber.digits(matcher.group(1)))
                : Optional.empty();
    }

    private static Optional<String> han(String text) {
        Matcher matcher = HAN.matcher(text);
        if (!matcher.matches() || HAN_SENTENCE.matcher(matcher.group(3)).matches()) {
            return Optional.empty();
        }
        String number = hanOrDigits(matcher.group(1));
        return Optional.of(matcher.group(2) == null ? number : number + "." + hanOrDigits(matcher.group(2)));
    }

    private static String hanOrDigits(String printed) {
        return Character.isDigit(printed.charAt(0)) ? PrintedNumber.digits(printed) : PrintedNumber.han(printed);
    }
}
