package org.depositary.documents.extraction.structure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the first line of an article of a treaty or charter: "Article 4", "Статья 4", "第四条". */
public final class ArticleHeadingParser {
    private static final Pattern LATIN = Pattern.compile(
            "(?iu)^(?:article|artikel|artículo|articolo|artigo|art\\.|статья|стаття|артыкул|madde|ماده|المادة)"
                    + "\\s+(\\d{1,3}|[ivxlc]{1,7})(?:(?:\\s+)?[.:)–—-].*|\\s+\\p{Lu}.{0,100})?$",
            Pattern.DOTALL);
    private static final Pattern HAN = Pattern.compile("^第([〇零一二三四五六七八九十百\\d]{1,6})[条條].*", Pattern.DOTALL);
    private static final String HAN_DIGITS = "〇一二三四五六七八九";

    private ArticleHeadingParser() {}

    /**
     * Returns the number of the article that starts with this text, in digits or Roman numerals as printed. Empty if
     * the text starts no article.
     */
    public static Optional<String> number(String text) {
        Matcher latin = LATIN.matcher(text);
        if (latin.matches()) {
            return Optional.of(latin.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher han = HAN.matcher(text);
        return han.matches() ? Optional.of(Integer.toString(fromHan(han.group(1)))) : Optional.empty();
    }

    /** Parses Chinese numbers up to 999. For example, 二十六 is two tens and six. */
    private static int fromHan(String figure) {
        if (Character.isDigit(figure.charAt(0))) {
            return Integer.parseInt(figure);
        }
        int whole = 0;
        int digit = 0;
        for (char c : figure.replace('零', '〇').toCharArray()) {
            switch (c) {
                case '百', '十' -> {
                    whole += Math.max(digit, 1) * (c == '百' ? 100 : 10);
                    digit = 0;
                }
                default -> digit = HAN_DIGITS.indexOf(c);
            }
        }
        return whole + digit;
    }
}
