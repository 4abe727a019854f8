package org.depositary.documents.extraction.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the charset of Western Europe from those of Central Europe and of Turkish. Any bytes are valid in each of them.
 * ICU compares groups of three letters with those of the languages.
 */
final class LatinCharsets {

    static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CENTRAL = Charset.forName("windows-1250");
    private static final Charset TURKISH = Charset.forName("windows-1254");

    private static final Set<String> WESTERN_NAMES = Set.of("ISO-8859-1", "windows-1252");

    /** What ICU calls the other charsets. Those of Windows have more letters and are more common. */
    private static final Map<String, Charset> OTHERS = Map.of(
            "ISO-8859-2", Charset.forName("ISO-8859-2"),
            "windows-1250", CENTRAL,
            "ISO-8859-9", TURKISH,
            "windows-1254", TURKISH);

    /** ICU does not know each language of Western Europe. For Icelandic it slightly prefers Turkish. */
    private static final int CLEARLY_MORE = 15;

    private static final int LEAST_CONFIDENCE = 40;

    /** Signs that no word contains. Letters of Polish become such signs in a wrong charset. */
    private static final Pattern SIGN_IN_WORD = Pattern.compile("\\p{L}[¹³¿¯£¥¶±¼¾ˇ¦]\\p{L}");

    private LatinCharsets() {}

    /** Returns the charset of a text that is clearly not in that of Western Europe. Empty for other texts. */
    static Optional<Charset> notWestern(byte[] sample) {
        var detector = new CharsetDetector();
        detector.setText(sample);
        CharsetMatch[] matches = detector.detectAll();
        int western = Arrays.stream(matches)
                .filter(match -> WESTERN_NAMES.contains(match.getName()))
                .mapToInt(CharsetMatch::getConfidence)
                .max()
                .orElse(0);
        return Arrays.stream(matches)
                .filter(match -> OTHERS.containsKey(match.getName()))
                .max(Comparator.comparingInt(CharsetMatch::getConfidence))
                .filter(match -> match.getConfidence() >= LEAST_CONFIDENCE)
                .filter(match -> match.getConfidence() >= western + CLEARLY_MORE)
                .map(match -> charset(match, sample))
                .filter(charset -> !new String(sample, charset).equals(new String(sample, WESTERN)));
    }

    /** Without a letter that only the charset of Windows has, ICU names the other one. For Polish they differ in more letters. */
    private static Charset charset(CharsetMatch match, byte[] sample) {
        boolean windows = "pl".equals(match.getLanguage())
                && !SIGN_IN_WORD.matcher(new String(sample, CENTRAL)).find();
        return windows ? CENTRAL : OTHERS.get(match.getName());
    }
}
