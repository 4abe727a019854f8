package org.depositary.gateway.search;

import java.util.ArrayList;
import java.util.List;

/** Parses a search question. Any text is a question: what is no operator is a word or is ignored. */
final class SearchQuestionParser {

    /** Quotation marks of all languages. Any of them begins a phrase, and any other one ends it. */
    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02";

    private final String question;
    private final List<List<SearchTerm>> alternatives = new ArrayList<>();
    private List<SearchTerm> terms = new ArrayList<>();
    private int at;

    SearchQuestionParser(String question) {
        this.question = question;
    }

    SearchQuestion parse() {
        while (at < question.length()) {
            if (Character.isWhitespace(question.charAt(at))) {
                at++;
            } else {
                readTerm();
            }
        }
        alternatives.add(terms);
        return SearchQuestion.of(alternatives);
    }

    private void readTerm() {
        boolean negated = question.charAt(at) == '-';
        if (negated) {
            at++;
        }
        if (isQuote()) {
            at++;
            add(SearchTerm.of(readUntilQuote(), true, negated));
            return;
        }
        var word = readUntilBlank();
        if (!negated && word.equalsIgnoreCase("or")) {
            alternatives.add(terms);
            terms = new ArrayList<>();
        } else {
            add(SearchTerm.of(word, false, negated));
        }
    }

    private void add(SearchTerm term) {
        if (!term.words().isEmpty()) {
            terms.add(term);
        }
    }

    private String readUntilQuote() {
        int start = at;
        while (at < question.length() && !isQuote()) {
            at++;
        }
        var phrase = question.substring(start, at);
        at++;
        return phrase;
    }

    private String readUntilBlank() {
        int start = at;
        while (at < question.length() && !Character.isWhitespace(question.charAt(at)) && !isQuote()) {
            at++;
        }
        return question.substring(start, at);
    }

    private boolean isQuote() {
        return at < question.length() && QUOTES.indexOf(question.charAt(at)) >= 0;
    }
}
