package org.depositary.documents.extraction.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Detects the type of a document by a word in its title: a declaration, a charter, a treaty. */
public final class DocumentTypeDetection {
    private static final List<Map.Entry<String, Pattern>> TYPES = List.of(
            type("declaration", "declaration|verklaring|déclaration|erklärung|declaración|деклараци\\p{L}*|宣言"),
            type("charter", "charter|handvest|charte|carta|харти\\p{L}*|устав\\p{L}*|宪章"),
            type("memorandum", "memorandum|mémorandum|меморандум\\p{L}*|备忘录"),
            type("communique", "communiqué|communique|kommuniqué|comunicado|коммюнике|公报"),
            type("protocol", "protocol|protocole|protokoll|protocolo|протокол\\p{L}*|议定书"),
            type("convention", "convention|konvention|convención|конвенци\\p{L}*|公约"),
            type("agreement", "agreement|overeenkomst|accord|abkommen|acuerdo|соглашени\\p{L}*|协定"),
            type("treaty", "treaty|verdrag|traité|vertrag|tratado|договор\\p{L}*|条约"),
            type("resolution", "resolution|resolutie|résolution|resolución|резолюци\\p{L}*|决议"),
            type("statement", "statement|заявлени\\p{L}*|声明"));

    private DocumentTypeDetection() {}

    public static Optional<String> in(String title) {
        return TYPES.stream()
                .filter(type -> type.getValue().matcher(title).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Returns a pattern that finds the words of a document type in a title. Chinese and Japanese words are also found
     * inside a longer text, because they have no spaces around them.
     */
    private static Map.Entry<String, Pattern> type(String name, String words) {
        return Map.entry(
                name,
                Pattern.compile("(?iuU)\\b(?:" + words + ")\\b|" + words.substring(words.lastIndexOf('|') + 1)
                        + "(?<=\\p{IsHan})"));
    }
}
