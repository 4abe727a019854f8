package org.depositary.gateway.pages;

/**
 * A part of a line.
 *
 * @param href the address of a link; an empty text if it is none
 */
record PageText(String text, String href) {

    static PageText of(String text) {
        return new PageText(text, "");
    }
}
